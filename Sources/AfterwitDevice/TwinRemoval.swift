internal import AfterwitDocument
internal import AfterwitStore
internal import AfterwitText

/// Takes out one copy of what two devices wrote alike (Protocol/4-documents, "Twins").
struct TwinRemoval {
  let transaction: Transaction

  /// The deletions that leave one copy, for every field where both copies stand whole.
  func blocks(for twins: [FieldKey: [TextConflict]]) throws -> [Change.Block] {
    guard !twins.isEmpty else { return [] }
    var shelf = try StoreShelf(reading: transaction)
    return try twins.sorted { $0.key < $1.key }.compactMap { key, twins in
      guard let state = try transaction.state(of: key), state.notUnderstood.isEmpty,
        case .text(let field) = state.value
      else { return nil }
      let disputed = Set(field.conflicts.flatMap { [$0.left.id, $0.right.id] })
      let clear = twins.filter { !disputed.contains($0.left.id) && !disputed.contains($0.right.id) }
      guard !clear.isEmpty else { return nil }
      var reviews = TextReviews(try shelf.history(of: key).text)
      let removal = reviews.removal(ofTwins: clear.map(TextReviews.Pair.init))
      guard !removal.isEmpty else { return nil }
      return Change.Block(key: key, operations: .text([.same] + removal))
    }
  }
}
