public import AfterwitCausality
public import AfterwitEncoding
internal import GRDB

internal import struct Foundation.Data

/// What the store keeps of an entry's view, so that `list` and `find` need not look further.
public struct EntryRow: Sendable {
  /// The entry.
  public let id: EntryID
  /// Its kind as it is written.
  public let kind: String
  /// When it was first touched.
  public let created: Timestamp
  /// When it was last touched.
  public let modified: Timestamp
  /// Whether it is hidden by a deletion.
  public let isDeleted: Bool
  /// Whether it stays out of sight unless asked for.
  public let isPrivate: Bool
  /// How many parts of reviews are open.
  public let reviews: Int
  /// The hash of its view.
  public let hash: [UInt8]
  /// Its tags.
  public let tags: [String]
  /// All its words, for `find`.
  public let words: String

  /// A row of given parts.
  public init(
    id: EntryID, kind: String, created: Timestamp, modified: Timestamp, isDeleted: Bool,
    isPrivate: Bool, reviews: Int, hash: [UInt8], tags: [String], words: String
  ) {
    self.id = id
    self.kind = kind
    self.created = created
    self.modified = modified
    self.isDeleted = isDeleted
    self.isPrivate = isPrivate
    self.reviews = reviews
    self.hash = hash
    self.tags = tags
    self.words = words
  }
}

extension Transaction {
  /// Keeps the view of an entry in place of the one before.
  public func put(_ row: EntryRow) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO entry (id, text, kind, created, modified, deleted, private, reviews, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, created = excluded.created,
          modified = excluded.modified, deleted = excluded.deleted, private = excluded.private,
          reviews = excluded.reviews, hash = excluded.hash
        """
    ).execute(arguments: [
      Data(row.id.bytes), row.id.text, row.kind, Int64(bitPattern: row.created.rawValue),
      Int64(bitPattern: row.modified.rawValue), row.isDeleted, row.isPrivate, row.reviews,
      Data(row.hash),
    ])
    let rowid = try Int64.fetchOne(
      try database.cachedStatement(sql: "SELECT rowid FROM entry WHERE id = ?"),
      arguments: [Data(row.id.bytes)])
    try database.cachedStatement(sql: "DELETE FROM search WHERE rowid = ?")
      .execute(arguments: [rowid])
    try database.cachedStatement(sql: "INSERT INTO search (rowid, words) VALUES (?, ?)")
      .execute(arguments: [rowid, row.words])
    try database.cachedStatement(sql: "DELETE FROM tag WHERE entry = ?")
      .execute(arguments: [rowid])
    let insertTag = try database.cachedStatement(
      sql: "INSERT INTO tag (entry, tag) VALUES (?, ?)")
    for tag in row.tags {
      try insertTag.execute(arguments: [rowid, Data(tag.utf8)])
    }
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

  /// The entries whose text form begins so, at most `limit` of them.
  public func entries(withPrefix prefix: String, limit: Int) throws -> [EntryID] {
    try entryIDs(
      "WHERE text >= ? AND text < ? ORDER BY text LIMIT ?",
      [prefix, prefix + "~", limit])
  }

  /// The entries of a filter, the newest first.
  public func entries(
    kind: String?, tags: [String], isDeleted: Bool, limit: Int?
  ) throws -> [EntryID] {
    var conditions = ["deleted = ?"]
    var arguments: StatementArguments = [isDeleted]
    if let kind {
      conditions.append("kind = ?")
      arguments += [kind]
    }
    for tag in tags {
      conditions.append("rowid IN (SELECT entry FROM tag WHERE tag = ?)")
      arguments += [Data(tag.utf8)]
    }
    arguments += [limit ?? -1]
    return try entryIDs(
      "WHERE \(conditions.joined(separator: " AND ")) ORDER BY created DESC, id LIMIT ?",
      arguments)
  }

  /// The entries that hold all of some words, the best match first.
  ///
  /// - Parameters:
  ///   - words: each is the beginning of a word of the entry, or any part of it for a script that
  ///     is written without spaces.
  ///   - includingPrivate: whether private entries count.
  public func entries(
    matching words: [SearchWord], includingPrivate: Bool
  ) throws -> [EntryID] {
    var conditions = ["entry.deleted = 0"]
    var arguments: StatementArguments = []
    if !includingPrivate { conditions.append("entry.private = 0") }
    let prefixes = words.filter { !$0.isUnspaced }.map(\.quoted)
    if !prefixes.isEmpty {
      conditions.append("search MATCH ?")
      arguments += [prefixes.joined(separator: " ")]
    }
    for word in words where word.isUnspaced {
      conditions.append("instr(search.words, ?) > 0")
      arguments += [word.text]
    }
    let statement = try database.cachedStatement(
      sql: """
        SELECT entry.id FROM search JOIN entry ON entry.rowid = search.rowid
        WHERE \(conditions.joined(separator: " AND "))
        ORDER BY \(prefixes.isEmpty ? "entry.created DESC" : "rank"), entry.id
        """)
    return try entryIDs(statement, arguments)
  }

  /// The hash of every entry's view, ascending by id.
  public func entryHashes() throws -> [[UInt8]] {
    try Data.fetchAll(
      try database.cachedStatement(sql: "SELECT hash FROM entry ORDER BY id")
    ).map { Array($0) }
  }

  private func entryIDs(_ rest: String, _ arguments: StatementArguments) throws -> [EntryID] {
    try entryIDs(try database.cachedStatement(sql: "SELECT id FROM entry \(rest)"), arguments)
  }

  private func entryIDs(
    _ statement: Statement, _ arguments: StatementArguments
  ) throws -> [EntryID] {
    try Data.fetchAll(statement, arguments: arguments).map { data in
      guard let id = EntryID(data) else {
        throw StoreFailure.damaged("an entry id of \(data.count) bytes")
      }
      return id
    }
  }
}

/// One word of a search.
public struct SearchWord: Hashable, Sendable {
  /// The word as it was typed.
  public let text: String
  /// Whether its script is written without spaces, so that it may lie anywhere.
  public let isUnspaced: Bool

  /// A word of a search.
  public init(_ text: String) {
    self.text = text
    isUnspaced = text.unicodeScalars.contains { scalar in
      Self.unspacedScripts.contains { $0.contains(scalar.value) }
    }
  }

  /// The word as the index takes it: a quoted prefix.
  var quoted: String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\"*"
  }

  /// Thai to Myanmar, Khmer, and the blocks of kana and Han (Unicode's Blocks.txt).
  private static let unspacedScripts: [ClosedRange<UInt32>] = [
    0x0e00...0x0eff, 0x1000...0x109f, 0x1780...0x17ff, 0x3040...0x30ff, 0x3400...0x9fff,
    0xf900...0xfaff, 0x20000...0x323af,
  ]
}
