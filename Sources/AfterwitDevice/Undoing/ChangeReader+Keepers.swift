internal import AfterwitDocument
internal import AfterwitStore
internal import AfterwitText

extension ChangeReader {
  /// The changes that keep something of a command that is void, or of those changes that it takes back,
  /// as they came.
  /// - Complexity: that of replaying those texts that were taken back and still show something.
  func keepers(of placed: PlacedChange) throws -> [ChangeReport] {
    let named =
      placed.change.undone == nil
      ? try command(of: placed).map(\.index)
      : [placed.stamp.index] + undos.decided(by: placed.stamp.index)
    let void = Set(named.filter { undos.isVoid($0) })
    var shelf = try StoreShelf(reading: transaction)
    var found: Set<Int> = []
    var seen: Set<FieldKey> = []
    for index in void.sorted() {
      guard let change = try shelf.change(at: index)?.change else { continue }
      for block in change.blocks {
        guard case .text = block.operations, seen.insert(block.key).inserted else { continue }
        // Who keeps something has written something that stands.
        guard case .text(let field)? = try transaction.state(of: block.key)?.value,
          !field.text.isEmpty
        else { continue }
        // Nothing is kept where nobody wrote behind it; of all that is void here this came first.
        let isFollowed = try shelf.lastEvents(of: block.key, from: index).contains { event in
          !undos.isUndo(event.index) && !undos.isVoid(event.index)
        }
        guard isFollowed else { continue }
        let history = try shelf.history(of: block.key)
        let reviews = TextReviews(history.text)
        for event in history.indices.indices where void.contains(history.indices[event]) {
          found.formUnion(reviews.keepers(of: event).map { history.indices[$0] })
        }
      }
    }
    return try found.sorted().compactMap {
      try transaction.effectiveChange(at: $0).map { try report($0) }
    }
  }
}
