internal import AfterwitDocument
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

extension Transaction {
  /// The deletions that leave one copy of what two devices wrote alike, in every field where both
  /// stand whole.
  func removal(of twins: [FieldKey: [TextConflict]]) throws -> [Change.Block] {
    guard !twins.isEmpty else { return [] }
    var shelf = try StoreShelf(reading: self)
    return try twins.sorted { $0.key < $1.key }.compactMap { key, twins in
      guard let removal = TwinRemoval(twins, in: try state(of: key)) else { return nil }
      return removal.operations(in: try shelf.history(of: key).text).map {
        Change.Block(key: key, operations: $0)
      }
    }
  }
}
