internal import AfterwitCausality
public import AfterwitEncoding
internal import GRDB

internal import struct Foundation.Data

extension Transaction {
  /// Keeps the view of an entry in place of the one before.
  public func put(_ row: EntryRow) throws {
    let (rowid, isNew) = try rowid(of: row)
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO entry_view (entry, created, modified, view) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [
      rowid, Int64(bitPattern: row.created.rawValue), Int64(bitPattern: row.modified.rawValue),
      Data(row.view),
    ])
    try put(words: row.words, of: rowid, isNew: isNew)
    try put(partLines: row.partLines, of: rowid, isNew: isNew)
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
      "search WHERE rowid", "open_part WHERE entry", "facet WHERE entry", "entry_view WHERE entry",
      "entry WHERE rowid",
    ]
    for place in places {
      try database.cachedStatement(sql: "DELETE FROM \(place) = ?").execute(arguments: [known])
    }
  }

  /// Keeps what an entry is found by, drops its facets, and says under which number it is.
  ///
  /// A new entry has no facets to drop.
  private func rowid(of row: EntryRow) throws -> (rowid: Int64, isNew: Bool) {
    let known = try Int64.fetchOne(
      try database.cachedStatement(sql: "SELECT rowid FROM entry WHERE id = ?"),
      arguments: [Data(row.id.bytes)])
    let traits = row.traits
    var values: StatementArguments = [
      Int64(bitPattern: row.created.rawValue), Int64(bitPattern: row.modified.rawValue),
      traits.kind, traits.day, traits.due?.lowerBound, traits.due?.upperBound, traits.isDeleted,
      traits.isPrivate, traits.isStarred, traits.reviews, traits.mood, traits.occasion,
      traits.state, Data(row.hash),
    ]
    guard let known else {
      values += [Data(row.id.bytes)]
      try database.cachedStatement(
        sql: """
          INSERT INTO entry
            (created, modified, kind, day, due, last_due, deleted, private, starred, reviews, mood,
              occasion, state, hash, id)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: values)
      return (database.lastInsertedRowID, true)
    }
    values += [known]
    try database.cachedStatement(
      sql: """
        UPDATE entry SET created = ?, modified = ?, kind = ?, day = ?, due = ?, last_due = ?,
          deleted = ?, private = ?, starred = ?, reviews = ?, mood = ?, occasion = ?, state = ?,
          hash = ?
        WHERE rowid = ?
        """
    ).execute(arguments: values)
    try database.cachedStatement(sql: "DELETE FROM facet WHERE entry = ?")
      .execute(arguments: [known])
    return (known, false)
  }

  /// Keeps the words of an entry; the same ones are not parted and sorted anew.
  ///
  /// What may lie under the number of a new entry is damage, and the index refuses to take it for this
  /// one's.
  private func put(words: String, of entry: Int64, isNew: Bool) throws {
    if !isNew {
      let known = try Data.fetchOne(
        try database.cachedStatement(
          sql: "SELECT CAST(words AS BLOB) FROM search WHERE rowid = ?"), arguments: [entry])
      if let known, known.elementsEqual(words.utf8) { return }
      try database.cachedStatement(sql: "DELETE FROM search WHERE rowid = ?")
        .execute(arguments: [entry])
    }
    try database.cachedStatement(sql: "INSERT INTO search (rowid, words) VALUES (?, ?)")
      .execute(arguments: [entry, words])
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
