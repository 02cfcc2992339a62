public import AfterwitEncoding

// What a change is made on is decided by its prefix, the header of its envelope, and what is held
// here (Protocol/3-causality, "Parents" and "Waiting"). The answer is the same in whatever order
// envelopes came: a form that is not the one form is refused at once, then a change waits while any
// parent is not here, and only when all are here is it asked whether all are changes.

/// Where a change stands in the causal graph, as far as its parents are here.
public enum ChangePlace: Hashable, Sendable {
  /// Behind these changes, by their indices in the graph; one may be an ancestor of another.
  case behind([Int])
  /// Nowhere yet: this parent is not here.
  case waiting(EnvelopeID)
  /// Without parents, and without effect.
  case void
}

/// What a device holds under an envelope's id.
public enum HeldParent: Hashable, Sendable {
  /// A change with this index in the graph.
  case change(Int)
  /// An envelope that holds no change.
  case noChange
  /// Nothing, or a change that waits itself.
  case nothing
}

extension ChangePrefix {
  /// The place of the change, with the envelope before it in its log (zeros for the first).
  public func place(
    after previous: EnvelopeID, held: (EnvelopeID) throws -> HeldParent
  ) rethrows -> ChangePlace {
    guard !parents.contains(previous), !followsPredecessor || previous != .zero else {
      return .void
    }
    var indices: [Int] = []
    var areChanges = true
    for parent in parents + (followsPredecessor ? [previous] : []) {
      switch try held(parent) {
      case .change(let index): indices.append(index)
      case .noChange: areChanges = false
      case .nothing: return .waiting(parent)
      }
    }
    return areChanges ? .behind(indices.sorted()) : .void
  }
}
