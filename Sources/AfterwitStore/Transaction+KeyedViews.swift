internal import GRDB
internal import GRDBSQLite

// A list of everything reads a view for each of its lines. SQLite is asked for them by one statement
// that is bound anew each time: a cursor of GRDB with its row costs more than what it reads.

extension Transaction {
  /// The views of the entries of some keys, in their order; `nil` for an entry that is gone.
  public func storedViews(of keys: some Collection<EntryKey>) throws -> [StoredView?] {
    let statement = try database.cachedStatement(
      sql: "SELECT created, modified, view FROM entry_view WHERE entry = ?")
    return try keys.map { key in
      defer { sqlite3_reset(statement.sqliteStatement) }
      sqlite3_bind_int64(statement.sqliteStatement, 1, key.rowid)
      switch sqlite3_step(statement.sqliteStatement) {
      case SQLITE_ROW: return StoredView(reading: statement.sqliteStatement)
      // A view without its bytes reads as damage.
      case SQLITE_DONE: return try isThere(key) ? StoredView() : nil
      case let code:
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage,
          sql: statement.sql)
      }
    }
  }

  private func isThere(_ key: EntryKey) throws -> Bool {
    let statement = try database.cachedStatement(sql: "SELECT 1 FROM entry WHERE rowid = ?")
    return try Int.fetchOne(statement, arguments: [key.rowid]) != nil
  }
}

extension StoredView {
  /// The row at which a statement of its columns stands.
  fileprivate init(reading row: SQLiteStatement) {
    let count = Int(sqlite3_column_bytes(row, 2))
    let bytes = UnsafeRawBufferPointer(start: sqlite3_column_blob(row, 2), count: count)
    self.init(
      created: sqlite3_column_int64(row, 0), modified: sqlite3_column_int64(row, 1),
      bytes: Array(bytes))
  }
}
