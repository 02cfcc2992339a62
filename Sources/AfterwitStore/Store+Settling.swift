internal import GRDB

// A commit writes its pages at the end of the write-ahead log, the last of them marked as the end
// of a transaction, and then asks the disk to keep them. Where the disk refuses, SQLite calls the
// transaction failed and forgets it, but its pages lie in the log, whole. Nobody reads them while a
// connection lives; yet whoever opens the file after all have died reads the log from its
// beginning, takes every whole transaction in it for one that was committed, and finds what a person
// was told is not there, and may have written again meanwhile.
//
// A transaction that failed in this way is therefore settled before anyone is told: a further one
// that changes nothing is written over its beginning, so that its checksums no longer follow from
// one another. If the disk keeps that one, the other can never be found. If it refuses again, only
// a power cut can bring the other one back, whole, and nobody can know: then the failure says so.
// The next transaction that is saved settles that too.

extension Store {
  /// Makes sure that a transaction whose commit failed is not there later.
  ///
  /// The lock is held by the caller.
  /// - Throws: ``StoreFailure/inDoubt(_:)`` where the disk does not let anyone be sure.
  func settle(after error: any Error) throws(StoreFailure) {
    guard let error = error as? DatabaseError,
      error.resultCode.primaryResultCode == .SQLITE_IOERR
    else { return }
    do {
      try queue.write { database in
        // SQLite writes the page that holds it, although it is the number that stands there.
        try database.execute(sql: "PRAGMA user_version = \(Self.schemaVersion)")
      }
    } catch let second {
      throw .inDoubt((second as? DatabaseError)?.message ?? "\(second)")
    }
  }
}
