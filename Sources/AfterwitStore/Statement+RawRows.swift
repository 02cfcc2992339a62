internal import AfterwitEncoding
internal import GRDB
internal import GRDBSQLite

// What is read in thousands is read where SQLite has it: a cursor of GRDB with its row, and the copies of
// its values, cost several times as much as what they tell.

/// The row at which a statement stands, with its values where SQLite has them.
struct RawRow {
  fileprivate let statement: SQLiteStatement

  /// The number in a column.
  func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// The bytes in a column, for as long as the statement stands here.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(statement, column)
    return UnsafeRawBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, column)))
  }

  /// The identifier in a column.
  func identifier<Kind>(_ column: Int32) throws -> Identifier32<Kind> {
    let bytes = bytes(column)
    guard let identifier = Identifier32<Kind>(raw: bytes) else {
      throw StoreFailure.damaged("an identifier of \(bytes.count) bytes")
    }
    return identifier
  }
}

extension Statement {
  /// Calls a closure with each row.
  func forEachRaw(
    of database: Database, _ arguments: StatementArguments = [], _ body: (RawRow) throws -> Void
  ) throws {
    try setArguments(arguments)
    defer { sqlite3_reset(sqliteStatement) }
    let row = RawRow(statement: sqliteStatement)
    while true {
      switch sqlite3_step(sqliteStatement) {
      case SQLITE_ROW: try body(row)
      case SQLITE_DONE: return
      case let code:
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code), message: database.lastErrorMessage, sql: sql)
      }
    }
  }
}
