internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitStore

// What was before is found by the causal graph, and by the changes that name an entry, for which no
// table is kept. Whoever reads a thousand reviews in one transaction reads both once.

/// What the questions of one transaction about the past have in common.
final class PastMemory {
  /// A change that names an entry, and where it stands.
  typealias Known = (stamp: ChangeStamp, change: Change)

  let transaction: Transaction
  /// The causal graph and the histories, loaded when they are first asked for.
  var shelf: StoreShelf
  private var changes: [EntryID: [Known]] = [:]
  /// The entries that are asked about together.
  private var together: Set<EntryID> = []

  init(_ transaction: Transaction) throws {
    self.transaction = transaction
    shelf = try StoreShelf(reading: transaction)
  }

  /// Tells which entries will be asked about.
  func expect(_ entries: Set<EntryID>) { together = entries }

  /// Every change that names an entry, in the order of their indices.
  ///
  /// - Complexity: O(*bytes of all changes of the journal*), the first time.
  func changes(naming entry: EntryID) throws -> [Known] {
    if let known = changes[entry] { return known }
    if together.contains(entry) {
      changes.merge(try transaction.changes(naming: together)) { $1 }
      together = []
    } else {
      changes[entry] = try transaction.changes(naming: entry)
    }
    return changes[entry] ?? []
  }
}
