internal import GRDB
internal import Glibc

extension Store {
  static func makePrivate(folder: String) throws(StoreFailure) {
    var made = ""
    for part in folder.split(separator: "/", omittingEmptySubsequences: true) {
      made += (made.isEmpty && !folder.hasPrefix("/") ? "" : "/") + part
      if mkdir(made, 0o700) != 0, errno != EEXIST {
        throw .notWritable("\(made): \(String(cString: strerror(errno)))")
      }
    }
    guard chmod(folder, 0o700) == 0 else {
      throw .notWritable("\(folder): \(String(cString: strerror(errno)))")
    }
  }

  /// Refuses a file that is not there, or that this user may not read.
  static func requireReadable(_ path: String) throws(StoreFailure) {
    guard access(path, R_OK) == 0 else {
      throw .notReadable("\(path): \(String(cString: strerror(errno)))")
    }
  }

  /// How much of the file is held in memory at most: the views of some 20,000 entries, which a list
  /// of everything reads by their days, and so not in the order in which they lie there.
  private static let cachedKilobytes = 16 << 10

  /// How the file is opened.
  ///
  /// - Parameter isAlone: whether no other process may have it open meanwhile.
  static func configuration(_ isReadOnly: Bool, isAlone: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.label = "store"
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(30)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      if isAlone { try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
      try database.execute(
        sql: """
          PRAGMA secure_delete = ON;
          PRAGMA mmap_size = 0;
          PRAGMA cache_size = -\(cachedKilobytes);
          PRAGMA wal_autocheckpoint = 0;
          PRAGMA trusted_schema = OFF;
          """)
    }
    return configuration
  }

  /// A database that was opened, and what keeps this process from writing to it.
  typealias Opened = (queue: DatabaseQueue, obstacle: StoreFailure?, isImmutable: Bool)

  /// Opens the file, for reading alone where nothing can be written or the disk is full.
  static func opened(_ path: String, inFolder folder: String, lock: FileLock) throws -> Opened {
    if let obstacle = obstacle(toWriting: path, inFolder: folder) {
      let (queue, isImmutable) = try openToRead(path)
      if try Schema.isAbsent(queue) { throw StoreFailure.notWritable(obstacle) }
      return (queue, .notWritable(obstacle), isImmutable)
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(false))
      // A file of somebody else's is left as it is: there is no store yet that would close it.
      let isAbsent = try Schema.isAbsent(queue)
      try commitDurably(queue, lock: lock)
      if isAbsent { try lock.withLock { try Schema.create(queue) } }
      return (queue, nil, false)
    } catch  where StoreFailure(naming: error) == .full {
      let (queue, isImmutable) = try openWithoutRoom(path)
      if try Schema.isAbsent(queue) { throw error }
      return (queue, .full, isImmutable)
    }
  }

  /// Makes sure of durable commits, without writing unless that is necessary.
  static func commitDurably(_ queue: DatabaseQueue, lock: FileLock) throws {
    try queue.writeWithoutTransaction { database in
      // GRDB's own switch to WAL writes at every opening, outside of the lock, and leaves
      // `synchronous` at NORMAL, under which a power cut may undo a commit.
      if try String.fetchOne(database, sql: "PRAGMA journal_mode") != "wal" {
        try lock.withLock {
          _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        }
      }
      try database.execute(sql: "PRAGMA synchronous = FULL")
      guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2,
        try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal"
      else { throw StoreFailure.damaged("durable commits cannot be had here") }
    }
  }

  /// Runs a body while no process writes to the store of a folder.
  /// - Throws: ``StoreFailure/busy``, or what the body throws.
  public static func withLock<Value>(
    inFolder folder: String, _ body: () throws -> Value
  ) throws -> Value {
    try FileLock(path: lockPath(inFolder: folder)).withLock(body)
  }

  /// Whether this process may write to the store of a folder.
  public static func isWritable(inFolder folder: String) -> Bool {
    obstacle(toWriting: databasePath(inFolder: folder), inFolder: folder) == nil
  }

  /// Runs a body that reads the files of a folder's store as they are at one moment.
  ///
  /// Where nothing can be written there is no lock to take; then the files must be the same
  /// afterwards.
  /// - Throws: ``StoreFailure/busy``, ``StoreFailure/replaced``, or what the body throws.
  public static func withFilesAtRest<Value>(
    inFolder folder: String, _ body: () throws -> Value
  ) throws -> Value {
    guard !isWritable(inFolder: folder) else { return try withLock(inFolder: folder, body) }
    let path = databasePath(inFolder: folder)
    let files = [path, path + "-wal"]
    let before = files.map { FileState(of: $0) }
    let value = try body()
    guard files.map({ FileState(of: $0) }) == before else { throw StoreFailure.replaced }
    return value
  }

  /// Replaces a folder's database by another one, which nobody has open.
  ///
  /// The old one keeps its bytes under a new name. The lock is held by the caller. After a crash
  /// either the old or the new database is in place.
  /// - Returns: The path of the old database.
  public static func replaceDatabase(
    inFolder folder: String, by newFolder: String
  ) throws(StoreFailure) -> String {
    let path = databasePath(inFolder: folder)
    var aside = path + ".damaged"
    var count = 1
    while access(aside, F_OK) == 0 {
      count += 1
      aside = path + ".damaged-\(count)"
    }
    // The log moves with the pages that it belongs to, and before them: no log is better than a
    // wrong one.
    try require(link(path, aside) == 0, path)
    try require(rename(path + "-wal", aside + "-wal") == 0 || errno == ENOENT, path)
    try require(unlink(path + "-shm") == 0 || errno == ENOENT, path)
    try require(rename(databasePath(inFolder: newFolder), path) == 0, path)
    try require(PrivateFile.syncFolder(of: path), path)
    return aside
  }

  private static func require(_ isDone: Bool, _ path: String) throws(StoreFailure) {
    guard !isDone else { return }
    throw .notWritable("\(path): \(String(cString: strerror(errno)))")
  }
}
