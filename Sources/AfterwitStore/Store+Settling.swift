internal import GRDB

// A commit writes its pages at the end of the write-ahead log, the last of them marked as the end
// of a transaction, and then asks the disk to keep them. If the disk refuses, SQLite reports that
// the transaction has failed and forgets it, but its pages lie complete in the log. Nobody reads
// them while any connection lives. But the first process that opens the file after all others have
// died reads the log from its beginning, and treats every complete transaction in it as committed.
// It then finds what a person was told is not saved, and may have written again meanwhile.
//
// A transaction that failed in this way is therefore settled before anyone is told: another one
// that changes nothing is written over its beginning, so that its checksums no longer fit together.
// If the disk keeps the new one, the failed one can never be found. If the disk refuses again, a
// power cut may yet bring the failed one back, complete, and nobody can know; the failure then says
// so. The next transaction that is saved settles that too.

extension Store {
  /// Makes sure that a transaction whose commit failed does not appear later.
  ///
  /// The lock is held by the caller.
  /// - Throws: ``StoreFailure/inDoubt(_:)`` if the disk allows no certainty.
  func settle(after error: any Error) throws(StoreFailure) {
    guard let error = error as? DatabaseError,
      error.resultCode.primaryResultCode == .SQLITE_IOERR
    else { return }
    do {
      try queue.write { database in
        // SQLite writes the page with this number, even if the number is the same as before.
        try database.execute(sql: "PRAGMA user_version = \(Self.schemaVersion)")
      }
    } catch let second {
      throw .inDoubt((second as? DatabaseError)?.message ?? "\(second)")
    }
  }
}
