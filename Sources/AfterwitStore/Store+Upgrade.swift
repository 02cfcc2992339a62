internal import GRDB
internal import Glibc

// A later version may keep other tables. The ground state (the envelopes, the keys, a few
// properties) is upgraded step by step. Everything else is dropped and derived anew, so that a
// change of a derived table needs no step.
//
// Before that the whole file is copied to a file beside it, named by the number of its schema.
// Copy, steps and derivation take one turn under the lock, and everything that changes the file,
// the number of the schema included, is one transaction. A crash leaves the file at one version or
// the other, and if two processes open it at once, the second finds nothing left to do.

extension Store {
  /// Whether the file is of an earlier version, so that it must be upgraded before it is used.
  public func needsUpgrade() throws -> Bool {
    try queue.read { database in try Self.version(database) < Self.schemaVersion }
  }

  /// Copies a file of an earlier version and then upgrades it; does nothing to other files.
  ///
  /// - Parameter derive: fills the derived tables, which are new and empty, from the envelopes.
  /// - Throws: ``StoreFailure``, or what the body throws; the file is then as it was.
  public func upgrade(deriving derive: (Transaction) throws -> Void) throws {
    if case .notWritable(let reason) = obstacle {
      throw StoreFailure.notWritable("it must be brought up to date to be read; \(reason)")
    }
    if let obstacle { throw obstacle }
    try lock.withLock {
      let version = try queue.read { database in try Self.version(database) }
      guard version < Self.schemaVersion else { return }
      try copy(to: path + ".v\(version)")
      replayMemory.forget()
      try queue.writeWithoutTransaction { database in
        // Inside a transaction the switch has no effect, and tables are dropped in any order.
        try database.execute(sql: "PRAGMA foreign_keys = OFF")
        defer { try? database.execute(sql: "PRAGMA foreign_keys = ON") }
        try database.inTransaction(.immediate) {
          for step in Schema.steps[version...] { try database.execute(sql: step) }
          try Schema.dropDerived(database)
          try database.execute(sql: Schema.derived)
          try derive(Transaction(database, replayMemory: replayMemory))
          try database.execute(sql: "PRAGMA user_version = \(Self.schemaVersion)")
          return .commit
        }
      }
      replayMemory.forget()
    }
  }

  private static func version(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  /// Copies the database to a file of its own, private and durable, or not at all.
  private func copy(to place: String) throws {
    let part = place + ".part"
    unlink(part)
    let file = try PrivateFile(creating: part)
    do {
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM INTO ?", arguments: [part])
      }
      try file.keep()
      guard rename(part, place) == 0, PrivateFile.syncFolder(of: place) else {
        throw StoreFailure.input("\(place): \(String(cString: strerror(errno)))")
      }
    } catch {
      file.discard()
      throw error
    }
  }
}
