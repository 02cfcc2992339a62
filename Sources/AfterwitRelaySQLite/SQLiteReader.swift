package import AfterwitRelay
internal import GRDB

/// A relay's database that is only read, beside a relay that serves from it or without one.
///
/// It needs no lock: a reader neither writes nor moves the log of writes into the database, and what
/// it reads is one committed state.
package struct SQLiteReader: Sendable {
  let database: DatabaseQueue

  /// Opens the database of a relay's folder.
  /// - Throws: ``SQLiteFailure``, or the database's own error.
  package init(folder: String) throws {
    try self.init(file: StorageFolder(existing: folder).database)
  }

  /// Opens a database's file, a backup for one.
  /// - Parameters:
  ///   - file: the path.
  ///   - isCurrent: whether one that an earlier program wrote is refused.
  /// - Throws: ``SQLiteFailure``, or the database's own error.
  package init(file: String, isCurrent: Bool = true) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(Double(RelayLimits.busySeconds))
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA mmap_size = 0")
    }
    database = try DatabaseQueue(path: file, configuration: configuration)
    try database.read { database in
      try SQLiteSchema.requireKnown(database, path: file, isCurrent: isCurrent)
    }
  }

  /// Runs a body on one committed state.
  package func read<Value: Sendable>(
    _ body: @escaping @Sendable (any RelayTransaction) throws -> Value
  ) async throws -> Value {
    try await database.read { try body(SQLiteTransaction(database: $0)) }
  }

  /// Closes the database.
  package func close() throws { try database.close() }
}
