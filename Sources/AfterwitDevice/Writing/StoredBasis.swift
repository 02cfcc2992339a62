internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

/// What an edit asks, read from the store where it is asked.
struct StoredBasis: EditBasis {
  let transaction: Transaction

  func entryID(_ typed: String) throws -> EntryID {
    try transaction.entryID(toChange: typed)
  }

  func follows(_ attempt: EntryID, _ other: EntryID) throws -> Bool {
    var seen: Set<EntryID> = []
    var next: EntryID? = attempt
    while let id = next, seen.insert(id).inserted {
      guard id != other else { return true }
      next = try transaction.view(of: id)?.register(.after).flatMap { try? transaction.entryID($0) }
    }
    return false
  }

  func originText(_ typed: String) throws -> String {
    try transaction.subject(toChange: typed).text
  }
}
