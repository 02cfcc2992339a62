public import AfterwitCausality
public import AfterwitEncoding
internal import GRDB

internal import struct Foundation.Data

/// What the store keeps of an entry's view, so that who reads or looks for it need not derive it.
public struct EntryRow: Sendable {
  /// The entry.
  public let id: EntryID
  /// Its kind as it is written.
  public let kind: String
  /// When it was first touched.
  public let created: Timestamp
  /// When it was last touched.
  public let modified: Timestamp
  /// The day that it tells of, as `2026-11-20`; `nil` where it has none.
  public let day: String?
  /// The first day on which something in it is due; `nil` where nothing is.
  public let due: String?
  /// Whether it is hidden by a deletion.
  public let isDeleted: Bool
  /// Whether it stays out of sight unless asked for.
  public let isPrivate: Bool
  /// How many parts of reviews are open.
  public let reviews: Int
  /// The bytes of its view.
  public let view: [UInt8]
  /// The hash of its view.
  public let hash: [UInt8]
  /// What it is chosen by, each once.
  public let facets: [Facet]
  /// All its words for `find`, parted by spaces; the index takes each as it is.
  public let words: String

  /// A row of given parts.
  public init(
    id: EntryID, kind: String, created: Timestamp, modified: Timestamp, day: String?, due: String?,
    isDeleted: Bool, isPrivate: Bool, reviews: Int, view: [UInt8], hash: [UInt8], facets: [Facet],
    words: String
  ) {
    self.id = id
    self.kind = kind
    self.created = created
    self.modified = modified
    self.day = day
    self.due = due
    self.isDeleted = isDeleted
    self.isPrivate = isPrivate
    self.reviews = reviews
    self.view = view
    self.hash = hash
    self.facets = facets
    self.words = words
  }
}

extension Transaction {
  /// Keeps the view of an entry in place of the one before.
  public func put(_ row: EntryRow) throws {
    let rowid = try rowid(of: row)
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO entry_view (entry, view) VALUES (?, ?)"
    ).execute(arguments: [rowid, Data(row.view)])
    try database.cachedStatement(sql: "INSERT INTO search (rowid, words) VALUES (?, ?)")
      .execute(arguments: [rowid, row.words])
    guard !row.facets.isEmpty else { return }
    let insertFacet = try database.cachedStatement(
      sql: "INSERT INTO facet (entry, name, value) VALUES (?, ?, ?)")
    for facet in row.facets {
      try insertFacet.execute(arguments: [rowid, facet.name, Data(facet.value.utf8)])
    }
  }

  /// Drops the view of an entry, and all that it is found by.
  public func removeView(of entry: EntryID) throws {
    let known = try Int64.fetchOne(
      try database.cachedStatement(sql: "SELECT rowid FROM entry WHERE id = ?"),
      arguments: [Data(entry.bytes)])
    guard let known else { return }
    let places = [
      "search WHERE rowid", "facet WHERE entry", "entry_view WHERE entry", "entry WHERE rowid",
    ]
    for place in places {
      try database.cachedStatement(sql: "DELETE FROM \(place) = ?").execute(arguments: [known])
    }
  }

  /// Keeps what an entry is found by, drops its words and facets, and says under which number it is.
  ///
  /// A new entry has no words or facets to drop. What may lie under its number all the same is damage,
  /// and the index refuses to take it for this one's.
  private func rowid(of row: EntryRow) throws -> Int64 {
    let known = try Int64.fetchOne(
      try database.cachedStatement(sql: "SELECT rowid FROM entry WHERE id = ?"),
      arguments: [Data(row.id.bytes)])
    var values: StatementArguments = [
      row.kind, Int64(bitPattern: row.created.rawValue), Int64(bitPattern: row.modified.rawValue),
      row.day, row.due, row.isDeleted, row.isPrivate, row.reviews, Data(row.hash),
    ]
    guard let known else {
      values += [Data(row.id.bytes)]
      try database.cachedStatement(
        sql: """
          INSERT INTO entry
            (kind, created, modified, day, due, deleted, private, reviews, hash, id)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: values)
      return database.lastInsertedRowID
    }
    values += [known]
    try database.cachedStatement(
      sql: """
        UPDATE entry SET kind = ?, created = ?, modified = ?, day = ?, due = ?, deleted = ?,
          private = ?, reviews = ?, hash = ? WHERE rowid = ?
        """
    ).execute(arguments: values)
    for table in ["search WHERE rowid", "facet WHERE entry"] {
      try database.cachedStatement(sql: "DELETE FROM \(table) = ?").execute(arguments: [known])
    }
    return known
  }

  /// How many entries are shown.
  public func entryCount() throws -> Int {
    try Int.fetchOne(
      try database.cachedStatement(sql: "SELECT count(*) FROM entry WHERE deleted = 0")) ?? 0
  }

  /// How many parts of reviews are open in all entries.
  public func reviewCount() throws -> Int {
    try Int.fetchOne(
      try database.cachedStatement(sql: "SELECT sum(reviews) FROM entry WHERE reviews > 0")) ?? 0
  }

  /// The entries that have an open review, the one touched last first.
  public func entriesUnderReview() throws -> [EntryID] {
    try entryIDs("WHERE reviews > 0 ORDER BY modified DESC, id", [])
  }

  /// Every entry, deleted or not, ascending by id.
  public func allEntries() throws -> [EntryID] {
    try entryIDs("ORDER BY id", [])
  }

  /// The entries of a range of ids, ascending, at most `limit` of them.
  public func entries(in range: ClosedRange<EntryID>, limit: Int) throws -> [EntryID] {
    try entryIDs(
      "WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?",
      [Data(range.lowerBound.bytes), Data(range.upperBound.bytes), limit])
  }

  /// The hash of every entry's view, ascending by id.
  public func entryHashes() throws -> [[UInt8]] {
    try Data.fetchAll(
      try database.cachedStatement(sql: "SELECT hash FROM entry ORDER BY id")
    ).map { Array($0) }
  }

  private func entryIDs(_ rest: String, _ arguments: StatementArguments) throws -> [EntryID] {
    let statement = try database.cachedStatement(sql: "SELECT id FROM entry \(rest)")
    return try Data.fetchAll(statement, arguments: arguments).map { data in
      guard let id = EntryID(data) else {
        throw StoreFailure.damaged("an entry id of \(data.count) bytes")
      }
      return id
    }
  }
}
