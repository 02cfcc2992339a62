internal import Glibc

// SQLite before 3.51.3 has a race between processes when a write-ahead log is reset by a
// checkpoint. Writes, checkpoints and the closing of a connection therefore take turns under a lock
// of our own, which the kernel releases when a process dies.

/// A lock between processes: `flock` on a file of the home.
struct FileLock: Sendable {
  private let path: String
  /// How long a process waits for its turn, in milliseconds.
  private let patience: Int

  init(path: String, patience: Int = 30_000) {
    self.path = path
    self.patience = patience
  }

  /// The same lock, which throws ``StoreFailure/busy`` instead of waiting.
  var impatient: FileLock { FileLock(path: path, patience: 0) }

  /// Runs a body while no other process runs one.
  func withLock<Value>(_ body: () throws -> Value) throws -> Value {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreFailure.notWritable("\(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    try acquire(descriptor)
    defer { flock(descriptor, LOCK_UN) }
    return try body()
  }

  private func acquire(_ descriptor: Int32) throws {
    var waited = 0
    var pause = 1
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw StoreFailure.input(String(cString: strerror(errno)))
      }
      guard waited < patience else { throw StoreFailure.busy }
      usleep(UInt32(pause * 1000))
      waited += pause
      pause = min(pause * 2, 16)
    }
  }
}
