internal import GRDBSQLite

// A database that comes from elsewhere may be made to harm. So it lies in memory and cannot be written,
// SQLite looks for no file beside it, its schema calls no function that has effects, no value is longer
// than all of it, and a statement ends once it took more steps than so many bytes can need
// (sqlite.org/security.html).

/// A database of SQLite, read from its bytes.
final class DatabaseImage {
  /// Why a database cannot be read.
  enum Flaw: Error, Hashable {
    case malformed
  }

  /// A row of a table.
  struct Row {
    fileprivate let statement: OpaquePointer
    fileprivate let columns: [String: Int32]

    /// The number in a column; `nil` where there is none.
    func integer(_ column: String) -> Int? {
      guard let index = columns[column], sqlite3_column_type(statement, index) == SQLITE_INTEGER
      else { return nil }
      return Int(sqlite3_column_int64(statement, index))
    }

    /// The text in a column; `nil` where there is none, or its bytes are not UTF-8.
    func text(_ column: String) -> String? {
      guard let index = columns[column],
        [SQLITE_TEXT, SQLITE_BLOB].contains(sqlite3_column_type(statement, index))
      else { return nil }
      guard let bytes = sqlite3_column_text(statement, index) else { return "" }
      let count = Int(sqlite3_column_bytes(statement, index))
      return String(
        validating: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
  }

  private let connection: OpaquePointer?

  /// Opens the database that some bytes are.
  init(_ bytes: [UInt8]) throws {
    var opened: OpaquePointer?
    let status = sqlite3_open_v2(
      ":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, nil)
    connection = opened
    // What ends in the middle of a page was cut off.
    guard status == SQLITE_OK, bytes.count >= 512,
      bytes.count % max(512, Int(bytes[16]) << 8 | Int(bytes[17])) == 0,
      let image = sqlite3_malloc64(UInt64(bytes.count))
    else { throw Flaw.malformed }
    UnsafeMutableRawBufferPointer(start: image, count: bytes.count).copyBytes(from: bytes)
    // Bytes 18 and 19 may say that a log lies beside it, which memory has no room for
    // (sqlite.org/c3ref/deserialize.html).
    image.storeBytes(of: 1, toByteOffset: 18, as: UInt8.self)
    image.storeBytes(of: 1, toByteOffset: 19, as: UInt8.self)
    let size = Int64(bytes.count)
    guard
      sqlite3_deserialize(
        connection, "main", image.assumingMemoryBound(to: UInt8.self), size, size,
        UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)) == SQLITE_OK
    else { throw Flaw.malformed }
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Int32(clamping: max(bytes.count, 65_536)))
    // An honest row takes a byte for a column at least, and some steps for a column.
    sqlite3_progress_handler(
      connection, Int32(clamping: 1_000_000 + 16 * bytes.count), { _ in 1 }, nil)
    for pragma in ["trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"] {
      try run("PRAGMA " + pragma) { _ in }
    }
  }

  deinit { sqlite3_close_v2(connection) }

  /// Calls a closure with each row of a table; says whether there is such a table.
  /// - Throws: ``Flaw``; what the closure throws.
  @discardableResult
  func forEachRow(of table: String, _ body: (Row) throws -> Void) throws -> Bool {
    // A view, or a table that a module makes, is none: it has no pages.
    var isThere = false
    try run(
      "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name = '\(table)'"
    ) { _ in isThere = true }
    if isThere { try run("SELECT * FROM \"\(table)\"", body) }
    return isThere
  }

  private func run(_ statement: String, _ body: (Row) throws -> Void) throws {
    var prepared: OpaquePointer?
    defer { sqlite3_finalize(prepared) }
    guard sqlite3_prepare_v2(connection, statement, -1, &prepared, nil) == SQLITE_OK,
      let prepared
    else { throw Flaw.malformed }
    var columns: [String: Int32] = [:]
    for index in 0..<sqlite3_column_count(prepared) {
      if let name = sqlite3_column_name(prepared, index) { columns[String(cString: name)] = index }
    }
    let row = Row(statement: prepared, columns: columns)
    while true {
      switch sqlite3_step(prepared) {
      case SQLITE_ROW: try body(row)
      case SQLITE_DONE: return
      default: throw Flaw.malformed
      }
    }
  }
}
