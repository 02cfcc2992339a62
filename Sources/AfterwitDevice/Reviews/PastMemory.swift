internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitText

// What was before is found by the causal graph, and among the changes of an entry. Whoever reads a
// thousand reviews in one transaction loads the graph once.

/// What the questions of one transaction about the past have in common.
final class PastMemory {
  let transaction: Transaction
  /// The causal graph and the histories, loaded when they are first asked for.
  var shelf: StoreShelf
  private var changes: [EntryID: [PlacedChange]] = [:]

  init(_ transaction: Transaction) throws {
    self.transaction = transaction
    shelf = try StoreShelf(reading: transaction)
  }

  /// Every change of an entry that still stands, in the order of their indices.
  func changes(of entry: EntryID) throws -> [PlacedChange] {
    if let known = changes[entry] { return known }
    let undos = try shelf.undos()
    let found = try transaction.changes(of: entry).filter { !undos.isVoid($0.stamp.index) }
    changes[entry] = found
    return found
  }
}
