internal import AfterwitEncoding
package import AfterwitRelay
internal import GRDB

/// The relay's storage in one SQLite file: the default binding of ``RelayStorage``.
///
/// One writing connection and a few readers in WAL mode. A commit waits for the disk
/// (`synchronous=FULL`, read back after opening, because GRDB lowers it for WAL).
package final class SQLiteStorage: RelayStorage {
  /// Who this relay is.
  package let identity: RelayIdentity
  let pool: DatabasePool
  private let lock: StorageLock

  /// Opens the storage in a folder, or begins one there.
  /// - Parameters:
  ///   - path: the folder.
  ///   - environment: where the identity of a new one comes from.
  ///   - isExisting: whether one that is not there yet is refused.
  /// - Throws: ``SQLiteFailure``, or the database's own error.
  package init(
    folder path: String, environment: RelayEnvironment, isExisting: Bool = false
  ) throws {
    if isExisting { _ = try StorageFolder(existing: path) }
    let folder = try StorageFolder(preparing: path)
    let lock = try StorageLock(path: folder.lock)
    (pool, identity) = try lock.withLock {
      let pool = try Self.openPool(folder.database, environment: environment)
      return (pool, try pool.read(Self.identity(in:)))
    }
    self.lock = lock
  }

  /// Runs a body on a snapshot.
  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (any RelayTransaction) throws -> Value
  ) async throws -> Value {
    try await pool.read { database in
      try body(SQLiteTransaction(database: database))
    }
  }

  /// Runs a body in the one writing transaction, and commits.
  package func write<Value: Sendable>(
    _ body: @escaping @Sendable (any RelayTransaction) throws -> Value
  ) async throws -> Value {
    do {
      return try await pool.writeWithoutTransaction { [lock] database in
        try lock.withLock {
          var value: Value?
          try database.inTransaction(.immediate) {
            value = try body(SQLiteTransaction(database: database))
            return .commit
          }
          guard let value else { throw StorageDamage("a commit without a value") }
          return value
        }
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
      throw StorageFull()
    }
  }

  /// Moves the log of writes into the database and closes the connections.
  ///
  /// The storage answers nothing afterwards. Where the disk has no room to move the log, it stays, and
  /// what is in it is kept.
  package func close() throws {
    try lock.withLock {
      // The connections are closed whether or not the disk takes what is moved.
      let moving = Result {
        try pool.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
      }
      try pool.close()
      do {
        try moving.get()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {}
    }
  }

  private static func openPool(
    _ path: String, environment: RelayEnvironment
  ) throws -> DatabasePool {
    try checkHeader(path)
    var configuration = Configuration()
    configuration.busyMode = .timeout(Double(RelayLimits.busySeconds))
    configuration.foreignKeysEnabled = true
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA mmap_size = 0")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA synchronous = FULL")
      guard try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2,
        try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal"
      else { throw SQLiteFailure.notDurable }
      try database.inTransaction(.immediate) {
        try SQLiteSchema.prepare(database, path: path) { RelayIdentity(from: environment) }
        return .commit
      }
    }
    return pool
  }

  /// Refuses a foreign or newer database before the pool turns it to WAL mode.
  private static func checkHeader(_ path: String) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Double(RelayLimits.busySeconds))
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    try queue.read { database in
      let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      guard tables == 0 || application == SQLiteSchema.applicationID else {
        throw SQLiteFailure.foreignDatabase(path: path)
      }
      guard version <= SQLiteSchema.version else {
        throw SQLiteFailure.newerSchema(found: version, known: SQLiteSchema.version)
      }
    }
  }

  static func identity(in database: Database) throws -> RelayIdentity {
    guard
      let row = try Row.fetchOne(
        database, sql: "SELECT generation, signing_seed, challenge_key FROM relay"),
      let generation = Generation(row.bytes(0)), row.bytes(1).count == 32,
      row.bytes(2).count == 32
    else { throw StorageDamage("the relay's identity") }
    return RelayIdentity(
      generation: generation, signingSeed: row.bytes(1), challengeKey: row.bytes(2))
  }
}
