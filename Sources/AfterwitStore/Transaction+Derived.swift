internal import AfterwitEncoding
internal import AfterwitWire
internal import GRDB

internal import struct Foundation.Data

// Two stores that hold the same envelopes in the same order derive the same rows, in whatever
// transactions they came. Only the numbers that SQLite gives to rows differ. They are left out, and
// each row is identified by its entry or field.
extension Transaction {
  private static let derivedRows = [
    "SELECT id, standing, missing FROM envelope ORDER BY sequence",
    "SELECT device, number, id FROM tip ORDER BY 1, 2, 3",
    "SELECT * FROM change ORDER BY position",
    "SELECT position FROM head ORDER BY 1",
    "SELECT entry, change FROM entry_change ORDER BY 1, 2",
    "SELECT undo, change FROM undone ORDER BY 1, 2",
    "SELECT entry, list, element, state FROM presence ORDER BY 1, 2, 3",
    "SELECT entry, list, element, name, family, state FROM field ORDER BY 1, 2, 3, 4, 5",
    """
    SELECT field.entry, field.list, field.element, field.name, field.family, text_event.position,
      text_event.change, text_event.parents
    FROM text_event LEFT JOIN field ON field.rowid = text_event.field ORDER BY 1, 2, 3, 4, 5, 6
    """,
    """
    SELECT id, kind, created, modified, day, due, last_due, deleted, private, starred, reviews, mood,
      occasion, state, hash FROM entry ORDER BY 1
    """,
    """
    SELECT id, entry_view.created, entry_view.modified, view FROM entry_view
    LEFT JOIN entry ON entry.rowid = entry_view.entry ORDER BY 1
    """,
    """
    SELECT id, name, value FROM facet LEFT JOIN entry ON entry.rowid = facet.entry
    ORDER BY 1, 2, 3
    """,
    """
    SELECT id, place, line FROM open_part LEFT JOIN entry ON entry.rowid = open_part.entry
    ORDER BY 1, 2
    """,
    "SELECT id, words FROM search LEFT JOIN entry ON entry.rowid = search.rowid ORDER BY 1",
  ]

  /// A hash of the rows of each derived table, by which two stores of the same envelopes compare.
  ///
  /// - Throws: ``StoreFailure``, or what SQLite says, if the index of words contradicts itself.
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
