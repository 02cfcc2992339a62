internal import Glibc

/// The folder of a relay's storage: private to its owner, whatever the umask.
struct StorageFolder {
  /// The database's file.
  let database: String
  /// The file whose lock writers hold.
  let lock: String

  /// Makes the folder 0700 and its files 0600 where they are missing, and private where they are
  /// not.
  /// - Throws: ``SQLiteFailure`` when the folder is not the relay's or cannot be made so.
  init(preparing path: String) throws(SQLiteFailure) {
    database = path + "/relay.sqlite"
    lock = path + "/relay.lock"
    try Self.makeFolders(path)
    guard Self.isRelays(path, database: database) else {
      throw .foreignFolder(path: path)
    }
    guard chmod(path, 0o700) == 0 else { throw Self.failure(path) }
    for file in [lock, database] {
      let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { throw Self.failure(file) }
      defer { close(descriptor) }
      guard fchmod(descriptor, 0o600) == 0 else { throw Self.failure(file) }
    }
  }

  /// The folder of a relay that is there; nothing of it is changed.
  /// - Throws: ``SQLiteFailure/noRelay(path:)`` where there is none.
  init(existing path: String) throws(SQLiteFailure) {
    database = path + "/relay.sqlite"
    lock = path + "/relay.lock"
    guard access(database, F_OK) == 0 else { throw .noRelay(path: path) }
  }

  /// An empty folder for a relay that is put back, made where it is missing.
  /// - Throws: ``SQLiteFailure``: `occupied` where there is something in it.
  init(empty path: String) throws(SQLiteFailure) {
    database = path + "/relay.sqlite"
    lock = path + "/relay.lock"
    try Self.makeFolders(path)
    guard Self.holdsNothing(path) else { throw .occupied(path: path) }
    guard chmod(path, 0o700) == 0 else { throw Self.failure(path) }
  }

  private static func makeFolders(_ path: String) throws(SQLiteFailure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part + "/"
      guard mkdir(made, 0o700) == 0 || errno == EEXIST else { throw failure(made) }
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw .folder(path: path, reason: "it is not a folder")
    }
  }

  /// A folder is the relay's if it holds its database or nothing at all: nothing else is chmodded.
  private static func isRelays(_ path: String, database: String) -> Bool {
    access(database, F_OK) == 0 || holdsNothing(path)
  }

  /// Whether there is nothing in a folder that is not left over from a relay.
  private static func holdsNothing(_ path: String) -> Bool {
    guard let folder = opendir(path) else { return false }
    defer { closedir(folder) }
    let own: Set<String> = [".", "..", "relay.lock"]
    while let item = readdir(folder) {
      let name = withUnsafeBytes(of: item.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !own.contains(name) { return false }
    }
    return true
  }

  private static func failure(_ path: String) -> SQLiteFailure {
    .folder(path: path, reason: String(cString: strerror(errno)))
  }
}
