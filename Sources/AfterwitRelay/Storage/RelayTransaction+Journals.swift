package import AfterwitEncoding

extension RelayTransaction {
  /// A session's journal, which is there as long as the session.
  package func known(_ id: JournalID) throws -> StoredJournal {
    guard let journal = try journal(id) else {
      throw StorageDamage("a session without its journal")
    }
    return journal
  }
}
