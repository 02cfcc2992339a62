internal import Glibc

/// A file that only its owner may read, and that appears whole or not at all.
struct PrivateFile {
  /// Where it is written before it is whole.
  let draft: String
  private let path: String

  /// Begins a file that is not there yet.
  /// - Throws: ``SQLiteFailure``: `occupied` if it is there, `folder` if it cannot be made.
  init(new path: String) throws(SQLiteFailure) {
    guard access(path, F_OK) != 0 else { throw .occupied(path: path) }
    self.path = path
    draft = "\(path).\(getpid())"
    unlink(draft)
    let descriptor = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Self.failure(draft) }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else { throw Self.failure(draft) }
  }

  /// Gives the file its name, durably; one that appeared meanwhile is left as it is.
  func finish() throws(SQLiteFailure) {
    try Self.sync(draft, O_RDWR)
    guard link(draft, path) == 0 else {
      throw errno == EEXIST ? .occupied(path: path) : Self.failure(path)
    }
    unlink(draft)
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let isRoot = folder.isEmpty && path.hasPrefix("/")
    try Self.sync(isRoot ? "/" : folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY)
  }

  /// Removes what was not finished.
  func abandon() {
    for ending in ["", "-journal", "-wal", "-shm"] { unlink(draft + ending) }
  }

  private static func sync(_ path: String, _ flags: Int32) throws(SQLiteFailure) {
    let descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path) }
  }

  private static func failure(_ path: String) -> SQLiteFailure {
    .folder(path: path, reason: String(cString: strerror(errno)))
  }
}
