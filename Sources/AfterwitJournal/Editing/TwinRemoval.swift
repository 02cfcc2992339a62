public import AfterwitDocument
public import AfterwitText

/// Takes out one copy of what two devices wrote alike (Protocol/4-documents, "Twins").
public struct TwinRemoval {
  private let twins: [TextConflict]
  private let conflicts: TextConflicts

  /// The removal of those copies of a field that stand whole; `nil` where there are none.
  public init?(_ twins: [TextConflict], in state: FieldState?) {
    guard let state, state.notUnderstood.isEmpty, case .text(let field) = state.value else {
      return nil
    }
    if twins.isEmpty { return nil }
    (self.twins, conflicts) = (twins, field.conflicts)
  }

  /// The deletions that leave one copy, or `nil` where no second one is left.
  public func operations(in history: TextHistory) -> Operations? {
    var reviews = TextReviews(history)
    // What is taken back is in no conflict.
    let conflicts = conflicts.hunks.map { meeting in
      [meeting.left, meeting.right].map { hunks in hunks.filter { !reviews.isVoid($0) } }
    }.filter { !$0.contains(where: \.isEmpty) }
    let disputed = Set(conflicts.joined().joined())
    let removal = reviews.removal(
      ofTwins: twins.map { TextReviews.Pair(left: $0.left.id, right: $0.right.id) }
        .filter { !disputed.contains($0.left) && !disputed.contains($0.right) })
    return removal.isEmpty ? nil : .text([.same] + removal)
  }
}
