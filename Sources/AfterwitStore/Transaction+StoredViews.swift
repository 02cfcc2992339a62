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

  /// A view of given parts; one that is gone where nothing is said of it.
  init(created: Int64 = 0, modified: Int64 = 0, bytes: [UInt8] = []) {
    self.created = Timestamp(rawValue: UInt64(bitPattern: created))
    self.modified = Timestamp(rawValue: UInt64(bitPattern: modified))
    self.bytes = bytes
  }

  fileprivate init(_ row: RawRow) {
    self.init(created: row.number(0), modified: row.number(1), bytes: Array(row.bytes(2)))
  }
}

extension Transaction {
  private static let columns = "entry_view.created, entry_view.modified, entry_view.view"
  /// An entry whose view is gone stays in sight: it reads as damage, not as no entry.
  static let withView = "LEFT JOIN entry_view ON entry_view.entry = entry.rowid"

  /// The view of an entry, or `nil` where nothing has touched it.
  public func storedView(of entry: EntryID) throws -> StoredView? {
    try storedViews("entry \(Self.withView) WHERE entry.id = ?", [Data(entry.bytes)]).first
  }

  /// The views of the entries of a kind that are shown, the newest first.
  public func storedViews(ofKind kind: String, limit: Int) throws -> [StoredView] {
    try storedViews(
      """
      entry \(Self.withView) WHERE entry.deleted = 0 AND entry.kind = ?
      ORDER BY entry.created DESC, entry.id LIMIT ?
      """,
      [kind, limit])
  }

  /// The views of the entries that are shown and were first touched in a span of time, the newest
  /// first.
  public func storedViews(
    createdFrom first: Timestamp, before end: Timestamp
  ) throws -> [StoredView] {
    try storedViews(
      """
      entry \(Self.withView)
      WHERE entry.deleted = 0 AND entry.created >= ? AND entry.created < ?
      ORDER BY entry.created DESC, entry.id
      """,
      [Int64(bitPattern: first.rawValue), Int64(bitPattern: end.rawValue)])
  }

  /// When the first of the entries that are shown was first touched; `nil` where none is shown.
  public func firstCreated() throws -> Timestamp? {
    try Int64.fetchOne(
      try database.cachedStatement(sql: "SELECT min(created) FROM entry WHERE deleted = 0")
    ).map { Timestamp(rawValue: UInt64(bitPattern: $0)) }
  }

  /// The views of the entries that are shown, are not private, and whose words hold all of some
  /// terms, the best match first, at most so many.
  public func storedViews(matching terms: [SearchTerm], limit: Int) throws -> [StoredView] {
    try storedViews(
      """
      search JOIN entry ON entry.rowid = search.rowid \(Self.withView)
      WHERE search MATCH ? AND entry.deleted = 0 AND entry.private = 0
      ORDER BY rank, entry.id LIMIT ?
      """,
      [SearchTerm.question(of: terms.map { [$0] }), limit])
  }

  func storedViews(
    _ rest: String, _ arguments: StatementArguments
  ) throws -> [StoredView] {
    let statement = try database.cachedStatement(sql: "SELECT \(Self.columns) FROM \(rest)")
    var views: [StoredView] = []
    try statement.forEachRaw(of: database, arguments) { views.append(StoredView($0)) }
    return views
  }
}
