public import AfterwitCausality
public import AfterwitEncoding
internal import GRDB

internal import struct Foundation.Data

/// The view of an entry as it was put.
public struct StoredView: Sendable {
  /// When the entry was first touched.
  public let created: Timestamp
  /// When it was last touched.
  public let modified: Timestamp
  /// The bytes of its view; none where they are gone.
  public let bytes: [UInt8]

  fileprivate init(_ row: Row) throws {
    created = Timestamp(rawValue: UInt64(bitPattern: row[0]))
    modified = Timestamp(rawValue: UInt64(bitPattern: row[1]))
    bytes = try row.bytes(at: 2)
  }
}

extension Transaction {
  private static let columns = "entry.created, entry.modified, entry_view.view"
  /// An entry whose view is gone stays in sight: it reads as damage, not as no entry.
  private static let withView = "LEFT JOIN entry_view ON entry_view.entry = entry.rowid"

  /// The view of an entry, or `nil` where nothing has touched it.
  public func storedView(of entry: EntryID) throws -> StoredView? {
    try storedViews("entry \(Self.withView) WHERE entry.id = ?", [Data(entry.bytes)]).first
  }

  /// The views of a filter, the newest first.
  public func storedViews(
    kind: String?, tags: [String], isDeleted: Bool, limit: Int?
  ) throws -> [StoredView] {
    var conditions = ["entry.deleted = ?"]
    var arguments: StatementArguments = [isDeleted]
    if let kind {
      conditions.append("entry.kind = ?")
      arguments += [kind]
    }
    for tag in tags {
      conditions.append("entry.rowid IN (SELECT entry FROM tag WHERE tag = ?)")
      arguments += [Data(tag.utf8)]
    }
    arguments += [limit ?? -1]
    return try storedViews(
      """
      entry \(Self.withView) WHERE \(conditions.joined(separator: " AND "))
      ORDER BY entry.created DESC, entry.id LIMIT ?
      """,
      arguments)
  }

  /// The views of the entries whose words hold all of some terms, the best match first.
  ///
  /// - Parameter includingPrivate: whether private entries count.
  public func storedViews(
    matching terms: [SearchTerm], includingPrivate: Bool
  ) throws -> [StoredView] {
    try storedViews(
      """
      search JOIN entry ON entry.rowid = search.rowid \(Self.withView)
      WHERE search MATCH ? AND entry.deleted = 0 AND entry.private <= ?
      ORDER BY rank, entry.id
      """,
      [SearchTerm.question(of: terms), includingPrivate])
  }

  private func storedViews(
    _ rest: String, _ arguments: StatementArguments
  ) throws -> [StoredView] {
    let statement = try database.cachedStatement(sql: "SELECT \(Self.columns) FROM \(rest)")
    return try statement.rows(arguments, StoredView.init)
  }
}
