internal import AfterwitDocument
internal import AfterwitStore
internal import AfterwitText

extension ChangeReader {
  /// The changes that keep something of a change that is void, or of those that it takes back, as they
  /// came.
  /// - Complexity: that of replaying those texts that were taken back and still show something.
  func keepers(of placed: PlacedChange) throws -> [ChangeReport] {
    let decided = placed.change.undone == nil ? [] : undos.decided(by: placed.stamp.index)
    var void: [FieldKey: [Int]] = [:]
    for index in ([placed.stamp.index] + decided) where undos.isVoid(index) {
      guard let change = try transaction.effectiveChange(at: index)?.change else { continue }
      for block in change.blocks {
        if case .text = block.operations { void[block.key, default: []].append(index) }
      }
    }
    var shelf = try StoreShelf(reading: transaction)
    var found: Set<Int> = []
    for (key, changes) in void {
      // Who keeps something has written something that stands.
      guard case .text(let field)? = try transaction.state(of: key)?.value, !field.text.isEmpty
      else { continue }
      let history = try shelf.history(of: key)
      let reviews = TextReviews(history.text)
      for event in history.indices.indices where changes.contains(history.indices[event]) {
        found.formUnion(reviews.keepers(of: event).map { history.indices[$0] })
      }
    }
    return try found.sorted().compactMap {
      try transaction.effectiveChange(at: $0).map { try report($0) }
    }
  }
}
