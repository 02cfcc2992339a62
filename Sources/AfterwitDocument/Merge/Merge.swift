internal import AfterwitText

// A change is merged as a whole or not at all. Each block is merged by its field's family; what it
// replaces is what its author had seen, and the causal graph tells that.
//
// An operation that is not understood, or rests on one of the same field that is not, leaves the
// field as last understood. Both rules look at ancestors only, so every device decides alike,
// whatever the order in which changes came.

/// What merging a change did.
public enum MergeOutcome: Hashable, Sendable {
  /// Its operations are in the fields.
  case merged
  /// An operation does not fit the text at the change's parents: the change has no effect, here and
  /// on every device.
  case unfit
}

/// Merges changes into fields, parents before children.
public struct Merge {
  private let change: Change
  private let stamp: ChangeStamp

  /// Prepares a change for merging.
  public init(_ change: Change, stamp: ChangeStamp) {
    self.change = change
    self.stamp = stamp
  }

  /// Merges the change; where it is unfit, or an error is thrown, no field has been put back.
  public func apply(to shelf: inout some FieldShelf) throws -> MergeOutcome {
    var merged: [(key: FieldKey, field: MergedField)] = []
    do {
      for block in change.blocks where block.key.field.family != .presence {
        merged.append((block.key, try mergedField(block, shelf: &shelf)))
      }
    } catch is TextMisfit {
      return .unfit
    }
    for (key, field) in merged {
      try shelf.put(field.state, of: key)
      guard let told = field.told else { continue }
      if let history = told.history { shelf.keep(history, of: key) }
      if !told.twins.isEmpty { shelf.meet(told.twins, in: key) }
      try shelf.addEvent(index: stamp.index, parents: told.parents, to: key)
    }
    try touchEntries(shelf: &shelf)
    return .merged
  }

  private func mergedField(
    _ block: Change.Block, shelf: inout some FieldShelf
  ) throws -> MergedField {
    let family = block.key.field.family
    let site = MergeSite(key: block.key, stamp: stamp)
    var field = MergedField(state: try shelf.state(of: block.key) ?? FieldState(family: family))
    for index in field.state.notUnderstood where try site.covers(index, on: &shelf) {
      field.state.notUnderstood.append(stamp.index)
      return field
    }
    guard case .field(let family)? = family?.rules,
      try merge(block.operations, into: &field, by: family, at: site, on: &shelf)
    else {
      field.state.notUnderstood.append(stamp.index)
      return field
    }
    return field
  }

  /// Merges operations by the rules of a family; `false` where state or operations are not its own.
  private func merge<Field: Family>(
    _ operations: Operations, into field: inout MergedField, by family: Field.Type,
    at site: MergeSite, on shelf: inout some FieldShelf
  ) throws -> Bool {
    guard let edits = Field.edits(in: operations), var state = Field(field.state.value) else {
      return false
    }
    field.told = try state.merge(edits, at: site, on: &shelf)
    field.state.value = state.value
    return true
  }

  private func touchEntries(shelf: inout some FieldShelf) throws {
    for (entry, touch) in change.touches.sorted(by: { $0.key < $1.key }) {
      let key = FieldKey(entry: entry, field: .presence)
      let site = MergeSite(key: key, stamp: stamp)
      var presence = try shelf.presence(of: key) ?? Presence()
      try presence.merge(touch, stamp: stamp) { try site.covers($0, on: &shelf) }
      try shelf.put(presence, of: key)
    }
  }
}

/// A field after a block has been merged into it, before it is put back.
private struct MergedField {
  var state: FieldState
  var told: MergedHistory?
}
