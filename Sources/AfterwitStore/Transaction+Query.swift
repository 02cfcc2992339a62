internal import AfterwitCausality
internal import AfterwitEncoding
internal import GRDB

/// The keys of a query, read one after another while its transaction lasts.
public struct EntryKeys {
  private let rows: RowCursor
  /// The numbers of the entries that have the words, ascending; `nil` where all that are read do.
  private let found: [Int64]?

  fileprivate init(_ rows: RowCursor, among found: [Int64]?) {
    self.rows = rows
    self.found = found
  }

  /// The next key; `nil` behind the last.
  public mutating func next() throws -> EntryKey? {
    while let row = try rows.next() {
      let rowid: Int64 = row[0]
      guard isFound(rowid) else { continue }
      return EntryKey(
        rowid: rowid, created: Timestamp(rawValue: UInt64(bitPattern: row[1])), day: row[2])
    }
    return nil
  }

  private func isFound(_ rowid: Int64) -> Bool {
    guard let found else { return true }
    let place = found.partitioningIndex { $0 >= rowid }
    return place < found.count && found[place] == rowid
  }
}

// Few entries are read and then sorted; where many have the words or the facet, an index is walked in
// the order of the list, which finds the first of them soon.

extension Transaction {
  /// How many entries are many.
  private static let many = 500

  /// Where the keys of a query come from.
  private enum Source {
    /// The index of the order.
    case order
    /// The entries that are the answer to a question for words.
    case words(String)
    /// The entries that have a facet which the query asks for.
    case facet
  }

  /// The keys of the entries that may be meant, in each of some orders.
  ///
  /// - Complexity: O(*keys looked at*) in the index of the order, beside the entries that have the
  ///   words; where these are few, O(*those* log *those*).
  public func entryKeys(_ query: EntryQuery, in orders: [EntryOrder]) throws -> [EntryKeys] {
    let question = query.words.isEmpty ? nil : SearchTerm.question(of: query.words)
    let found = try question.map { try entries(having: $0) }
    if let question, let found, found.count < Self.many {
      return try orders.map { try keys(query, $0, from: .words(question), among: nil) }
    }
    let source = try asksForFew(query) ? Source.facet : .order
    return try orders.map { try keys(query, $0, from: source, among: found) }
  }

  private func keys(
    _ query: EntryQuery, _ order: EntryOrder, from source: Source, among found: [Int64]?
  ) throws -> EntryKeys {
    let (index, sorted) = Self.index(of: order)
    var conditions = EntryConditions(query, in: order)
    let tables: String
    switch source {
    case .order: tables = "entry INDEXED BY \(index)"
    case .words(let question):
      tables = "search JOIN entry ON entry.rowid = search.rowid"
      conditions.require("search MATCH ?", [question])
    // By the numbers of the entries, which is no index.
    case .facet: tables = "entry NOT INDEXED"
    }
    let statement = try database.cachedStatement(
      sql: """
        SELECT entry.rowid, created, day FROM \(tables)
        WHERE \(conditions.sql) ORDER BY \(sorted), id
        """)
    return EntryKeys(
      try Row.fetchCursor(statement, arguments: conditions.arguments), among: found)
  }

  /// The index that has the entries of an order, and the order in SQL.
  private static func index(of order: EntryOrder) -> (name: String, order: String) {
    switch order {
    case .day: ("entry_day", "day DESC, created DESC")
    case .undated: ("entry_day", "created DESC")
    case .created: ("entry_created", "created DESC")
    case .modified: ("entry_modified", "modified DESC")
    case .due: ("entry_due", "due, created DESC")
    }
  }

  /// The numbers of the entries that have what the index of words is asked for, ascending.
  private func entries(having question: String) throws -> [Int64] {
    let statement = try database.cachedStatement(
      sql: "SELECT rowid FROM search WHERE search MATCH ?")
    return try statement.rows([question]) { row -> Int64 in row[0] }.sorted()
  }

  /// Whether few entries have one of the facets that each must have.
  private func asksForFew(_ query: EntryQuery) throws -> Bool {
    for case .facet(let facet) in query.required {
      if try isRare(facet) { return true }
    }
    return false
  }

  private func isRare(_ facet: Facet) throws -> Bool {
    let statement = try database.cachedStatement(
      sql: "SELECT 1 FROM facet WHERE name = ? AND value = ? LIMIT 1 OFFSET ?")
    return try statement.rows(facet.arguments + [Self.many]) { _ in true }.isEmpty
  }
}
