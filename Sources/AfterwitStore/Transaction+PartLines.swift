public import AfterwitEncoding
internal import GRDB

internal import struct Foundation.Data

// A list of what is under review prints a line for each open part. What a line tells is kept with the
// view, so that who lists a thousand parts reads no view, no state and no change.

/// What a line of an open part tells, and of which entry; no bytes where they are gone.
public struct StoredPartLine: Sendable {
  /// The entry.
  public let entry: EntryID
  /// The bytes of the line, as they were put.
  public let bytes: [UInt8]
}

extension Transaction {
  /// The lines of all open parts, those of the entry touched last first.
  /// - Complexity: O(*open parts* log *open parts*).
  public func storedPartLines() throws -> [StoredPartLine] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT entry.id, open_part.line FROM entry LEFT JOIN open_part ON open_part.entry = entry.rowid
        WHERE entry.reviews > 0 ORDER BY entry.modified DESC, entry.id, open_part.place
        """)
    var lines: [StoredPartLine] = []
    try statement.forEachRaw(of: database) { row in
      guard let entry = EntryID(row.bytes(0)) else {
        throw StoreFailure.damaged("an entry id of \(row.bytes(0).count) bytes")
      }
      lines.append(StoredPartLine(entry: entry, bytes: Array(row.bytes(1))))
    }
    return lines
  }

  /// Keeps the lines of the open parts of the entry of a row, in place of those before.
  func put(partLines: [[UInt8]], of entry: Int64, isNew: Bool) throws {
    if !isNew {
      try database.cachedStatement(sql: "DELETE FROM open_part WHERE entry = ?")
        .execute(arguments: [entry])
    }
    guard !partLines.isEmpty else { return }
    let insert = try database.cachedStatement(
      sql: "INSERT INTO open_part (entry, place, line) VALUES (?, ?, ?)")
    for (place, line) in partLines.enumerated() {
      try insert.execute(arguments: [entry, place, Data(line)])
    }
  }
}
