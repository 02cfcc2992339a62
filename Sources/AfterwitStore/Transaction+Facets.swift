internal import GRDB

internal import struct Foundation.Data

extension Transaction {
  /// The views of the entries that have a facet, ordered by its value.
  ///
  /// An entry is there once for each of its values in the range.
  /// - Parameters:
  ///   - name: the facet.
  ///   - range: the values, compared by their bytes.
  ///   - descending: whether the greatest value comes first.
  ///   - offset: how many are left out at the beginning.
  /// - Complexity: O(*offset* + *entries given*), beside the search for the range.
  public func storedViews(
    facet name: String, in range: ClosedRange<String>, descending: Bool = false,
    limit: Int? = nil, offset: Int = 0
  ) throws -> [StoredView] {
    let order = descending ? "DESC" : "ASC"
    return try storedViews(
      """
      (
        SELECT entry, value FROM facet WHERE name = ? AND value BETWEEN ? AND ?
        ORDER BY value \(order), entry \(order) LIMIT ? OFFSET ?
      ) chosen
      JOIN entry ON entry.rowid = chosen.entry \(Self.withView)
      ORDER BY chosen.value \(order), entry.id
      """,
      [
        name, Data(range.lowerBound.utf8), Data(range.upperBound.utf8), limit ?? -1, offset,
      ])
  }

  /// The views of the entries that have a facet, whatever its value, the newest first, each once.
  /// - Complexity: O(*entries given* log *entries given* + *their values*).
  public func storedViews(withFacet name: String) throws -> [StoredView] {
    try storedViews(
      """
      entry \(Self.withView) WHERE entry.rowid IN (SELECT entry FROM facet WHERE name = ?)
      ORDER BY entry.created DESC, entry.id
      """,
      [name])
  }

  /// The values that a facet has in entries that are shown and not private, each once, ascending.
  ///
  /// - Complexity: O(*values given* log *entries*), beside private and deleted entries between them.
  public func facetValues(
    _ name: String, in range: ClosedRange<String>, limit: Int
  ) throws -> [String] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT value FROM facet JOIN entry ON entry.rowid = facet.entry
        WHERE name = ? AND value > ? AND value BETWEEN ? AND ? AND deleted = 0 AND private = 0
        ORDER BY value LIMIT 1
        """)
    var values: [String] = []
    while values.count < limit {
      let arguments: StatementArguments = [
        name, Data((values.last ?? "").utf8), Data(range.lowerBound.utf8),
        Data(range.upperBound.utf8),
      ]
      guard let value = try Data.fetchOne(statement, arguments: arguments) else { break }
      values.append(String(decoding: value, as: UTF8.self))
    }
    return values
  }

  /// How many entries have a facet of a value.
  public func entryCount(of facet: Facet) throws -> Int {
    try Int.fetchOne(
      try database.cachedStatement(
        sql: "SELECT count(*) FROM facet WHERE name = ? AND value = ?"),
      arguments: [facet.name, Data(facet.value.utf8)]) ?? 0
  }

  /// How many entries have a facet, each counted once for each value.
  public func entryCount(ofFacet name: String) throws -> Int {
    try Int.fetchOne(
      try database.cachedStatement(sql: "SELECT count(*) FROM facet WHERE name = ?"),
      arguments: [name]) ?? 0
  }
}
