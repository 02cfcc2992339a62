internal import GRDB
internal import GRDBSQLite
internal import Glibc
internal import Synchronization

// After a disk has refused to keep what was written, the system still shows it to every process and
// believes that it is kept: the next sync has nothing to do and succeeds (Rebello and others, "Can
// Applications Recover from fsync Failures?", 2020). If a commit was refused and the process died
// before it could settle that, the next process finds the transaction in the log and reads it as
// saved. What this process saves comes after it in the log, and a power cut loses both.
//
// A store therefore trusts no log that it finds. Before it writes for the first time, and before it
// closes, it writes the bytes of the log over themselves, which no reader notices, and asks the
// disk to keep them. If nobody else has the database open and the last process ended well, there is
// no log and nothing to do. The log is never much longer than the threshold of a checkpoint.

extension Store {
  /// How many bytes of the log are written at once.
  private static let stretch = 1 << 16

  /// Asks the disk to keep the log that was found, unless this store has done so already.
  ///
  /// The lock is held by the caller.
  /// - Throws: ``StoreFailure`` if the disk does not keep it.
  func renewLog() throws(StoreFailure) {
    guard !isLogRenewed.withLock({ $0 }) else { return }
    var status = stat()
    if stat(path + "-wal", &status) == 0, status.st_size > 0 {
      do {
        try queue.writeWithoutTransaction { try Self.renewLog(of: $0) }
      } catch {
        throw StoreFailure(naming: error)
      }
    }
    isLogRenewed.withLock { $0 = true }
  }

  private static func renewLog(of database: Database) throws {
    var found: UnsafeMutablePointer<sqlite3_file>?
    try require(
      withUnsafeMutablePointer(to: &found) { found in
        sqlite3_file_control(
          database.sqliteConnection, "main", SQLITE_FCNTL_JOURNAL_POINTER, found)
      })
    // A connection that has read has its log open.
    guard let log = found, let calls = log.pointee.pMethods?.pointee else {
      throw StoreFailure.input("the log is not open")
    }
    var size: Int64 = 0
    try require(calls.xFileSize(log, &size))
    var bytes = [UInt8](repeating: 0, count: stretch)
    for start in stride(from: 0, to: Int(size), by: stretch) {
      let count = Int32(min(stretch, Int(size) - start))
      try require(calls.xRead(log, &bytes, count, Int64(start)))
      try require(calls.xWrite(log, bytes, count, Int64(start)))
    }
    try require(calls.xSync(log, SQLITE_SYNC_NORMAL))
  }

  private static func require(_ result: Int32) throws {
    guard result == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: result)) }
  }
}
