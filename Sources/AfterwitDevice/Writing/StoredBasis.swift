internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

/// What an edit asks, read from the store where it is asked.
struct StoredBasis: EditBasis {
  let transaction: Transaction

  func entryID(_ typed: String) throws -> EntryID {
    try transaction.entryID(toChange: typed)
  }

  func originText(_ typed: String) throws -> String {
    try transaction.subject(toChange: typed).text
  }
}
