internal import AfterwitEncoding
internal import AfterwitWire
internal import GRDB

internal import struct Foundation.Data

// Two stores that hold the same envelopes, in one order, derive the same rows, whatever transactions
// they came in. Only the numbers that SQLite gives to rows differ, so they are left out: each row is
// told by the entry or field that it belongs to.
extension Transaction {
  private static let derivedRows = [
    "SELECT id, standing, missing FROM envelope ORDER BY sequence",
    "SELECT device, number, id FROM tip ORDER BY 1, 2, 3",
    "SELECT * FROM change ORDER BY position",
    "SELECT position FROM head ORDER BY 1",
    "SELECT entry, state FROM presence ORDER BY 1",
    "SELECT entry, name, family, state FROM field ORDER BY 1, 2, 3",
    """
    SELECT field.entry, field.name, field.family, text_event.position, text_event.change,
      text_event.parents
    FROM text_event LEFT JOIN field ON field.rowid = text_event.field ORDER BY 1, 2, 3, 4
    """,
    """
    SELECT id, kind, created, modified, deleted, private, reviews, hash FROM entry
    ORDER BY 1
    """,
    "SELECT id, view FROM entry_view LEFT JOIN entry ON entry.rowid = entry_view.entry ORDER BY 1",
    "SELECT id, tag FROM tag LEFT JOIN entry ON entry.rowid = tag.entry ORDER BY 1, 2",
    "SELECT id, words FROM search LEFT JOIN entry ON entry.rowid = search.rowid ORDER BY 1",
  ]

  /// A hash of the rows of each derived table, by which two stores of the same envelopes compare.
  ///
  /// - Throws: ``StoreFailure``, or what SQLite says, where the index of words contradicts itself.
  /// - Complexity: O(*bytes of all rows*).
  public func derivedHashes() throws -> [[UInt8]] {
    try database.execute(sql: "INSERT INTO search (search) VALUES ('integrity-check')")
    return try Self.derivedRows.map { sql in
      var builder = ByteBuilder()
      let rows = try Row.fetchCursor(database, sql: sql)
      while let row = try rows.next() {
        for value in row.databaseValues {
          builder.append(value.storageCode)
          builder.append(blob: value.storedBytes)
        }
      }
      return Domain.view.hash(builder.bytes)
    }
  }
}

extension DatabaseValue {
  /// A byte that tells the type of what is stored.
  fileprivate var storageCode: UInt8 {
    switch storage {
    case .null: 0
    case .int64: 1
    case .double: 2
    case .string: 3
    case .blob: 4
    }
  }

  /// The bytes of what is stored.
  fileprivate var storedBytes: [UInt8] {
    var builder = ByteBuilder()
    switch storage {
    case .null: break
    case .int64(let value): builder.append(bigEndian: UInt64(bitPattern: value))
    case .double(let value): builder.append(bigEndian: value.bitPattern)
    case .string(let text): builder.append(contentsOf: Array(text.utf8))
    case .blob(let data): builder.append(contentsOf: Array(data))
    }
    return builder.bytes
  }
}
