internal import AfterwitCausality
internal import GRDB

internal import struct Foundation.Data

/// The keys of a query, read one after another while its transaction lasts.
public struct EntryKeys {
  private let rows: RowCursor

  fileprivate init(_ rows: RowCursor) {
    self.rows = rows
  }

  /// The next key; `nil` behind the last.
  public mutating func next() throws -> EntryKey? {
    guard let row = try rows.next() else { return nil }
    return EntryKey(
      rowid: row[0], created: Timestamp(rawValue: UInt64(bitPattern: row[1])), day: row[2])
  }
}

extension Transaction {
  /// The keys of the entries that may be meant, in an order.
  ///
  /// - Parameter limit: at most this many.
  /// - Complexity: for ``EntryOrder/day``, ``EntryOrder/undated`` and ``EntryOrder/created`` without
  ///   words, O(log *entries* + *keys read*); else all that match are sorted first.
  public func entryKeys(
    _ query: EntryQuery, order: EntryOrder, limit: Int? = nil
  ) throws -> EntryKeys {
    var (conditions, arguments) = conditions(of: query)
    let sorted: String
    switch order {
    case .day: (sorted, conditions) = ("day DESC, created DESC", conditions + ["day IS NOT NULL"])
    case .undated: (sorted, conditions) = ("created DESC", conditions + ["day IS NULL"])
    case .created: sorted = "created DESC"
    case .modified: sorted = "modified DESC"
    case .due: (sorted, conditions) = ("due, created DESC", conditions + ["due IS NOT NULL"])
    }
    let source =
      query.words.isEmpty ? "entry" : "search JOIN entry ON entry.rowid = search.rowid"
    arguments += [limit ?? -1]
    let statement = try database.cachedStatement(
      sql: """
        SELECT entry.rowid, created, day FROM \(source)
        WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(sorted), id LIMIT ?
        """)
    return EntryKeys(try Row.fetchCursor(statement, arguments: arguments))
  }

  private func conditions(of query: EntryQuery) -> ([String], StatementArguments) {
    var conditions = ["deleted = ?"]
    var arguments: StatementArguments = [query.isDeleted]
    func require(_ condition: String, _ values: StatementArguments = []) {
      conditions.append(condition)
      arguments += values
    }
    if !query.words.isEmpty {
      require("search MATCH ?", [SearchTerm.question(of: query.words)])
    }
    if let kind = query.kind { require("kind = ?", [kind]) }
    if let isPrivate = query.isPrivate { require("private = ?", [isPrivate]) }
    if query.isUnderReview { require("reviews > 0") }
    if query.isDue { require("due IS NOT NULL") }
    for facet in query.facets {
      require(
        "entry.rowid IN (SELECT entry FROM facet WHERE name = ? AND value = ?)",
        [facet.name, Data(facet.value.utf8)])
    }
    if let days = query.days {
      require("(day IS NULL OR day BETWEEN ? AND ?)", [days.lowerBound, days.upperBound])
    }
    if let created = query.created {
      require(
        "(day IS NOT NULL OR created >= ? AND created < ?)",
        [
          Int64(clamping: created.lowerBound.rawValue),
          Int64(clamping: created.upperBound.rawValue),
        ])
    }
    return (conditions, arguments)
  }

  /// The view of the entry of a key; `nil` where it is gone.
  public func storedView(of key: EntryKey) throws -> StoredView? {
    try storedViews("entry \(Self.withView) WHERE entry.rowid = ?", [key.rowid]).first
  }
}
