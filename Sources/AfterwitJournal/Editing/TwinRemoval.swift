public import AfterwitDocument
public import AfterwitText

/// Takes out one copy of what two devices wrote alike (Protocol/4-documents, "Twins").
public struct TwinRemoval {
  private let twins: [TextConflict]

  /// The removal of those copies of a field that stand whole; `nil` where there are none.
  public init?(_ twins: [TextConflict], in state: FieldState?) {
    guard let state, state.notUnderstood.isEmpty, case .text(let field) = state.value else {
      return nil
    }
    let disputed = Set(field.conflicts.flatMap { [$0.left.id, $0.right.id] })
    self.twins = twins.filter {
      !disputed.contains($0.left.id) && !disputed.contains($0.right.id)
    }
    if self.twins.isEmpty { return nil }
  }

  /// The deletions that leave one copy, or `nil` where no second one is left.
  public func operations(in history: TextHistory) -> Operations? {
    var reviews = TextReviews(history)
    let removal = reviews.removal(
      ofTwins: twins.map { TextReviews.Pair(left: $0.left.id, right: $0.right.id) })
    return removal.isEmpty ? nil : .text([.same] + removal)
  }
}
