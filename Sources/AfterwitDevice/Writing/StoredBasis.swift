internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore
internal import AfterwitText

/// What an edit asks, read from the store where it is asked.
struct StoredBasis: EditBasis {
  let transaction: Transaction

  func shownText(of field: FieldKey, in state: FieldState?) throws -> ShownText {
    try transaction.shownText(of: field, in: state)
  }

  func entryID(_ typed: String) throws -> EntryID {
    try transaction.entryID(toChange: typed)
  }
}
