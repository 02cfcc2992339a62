internal import AfterwitRelay
internal import Glibc

/// A lock between processes that write to one storage: `flock` on a file of its own.
///
/// SQLite before 3.51.3 can lose a transaction when two connections write and checkpoint at the
/// same instant (https://sqlite.org/wal.html, "The WAL-Reset Bug"); `afterwit-relay code` may run
/// beside a serving relay, so both write, checkpoint and close under this lock.
final class StorageLock: Sendable {
  private let descriptor: Int32

  init(path: String) throws(SQLiteFailure) {
    descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      throw .folder(path: path, reason: String(cString: strerror(errno)))
    }
  }

  deinit {
    close(descriptor)
  }

  /// Runs a body while no other process runs one; waits ``RelayLimits/busySeconds`` at most.
  /// - Throws: ``SQLiteFailure/busy`` when the wait was in vain.
  func withLock<Value>(_ body: () throws -> Value) throws -> Value {
    var attempts = RelayLimits.busySeconds * 1000
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      attempts -= 1
      guard attempts > 0 else { throw SQLiteFailure.busy }
      usleep(1000)
    }
    defer { flock(descriptor, LOCK_UN) }
    return try body()
  }
}
