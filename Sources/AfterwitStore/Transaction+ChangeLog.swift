public import AfterwitDocument
public import AfterwitEncoding
internal import GRDB

internal import struct Foundation.Data

extension Transaction {
  /// The changes that can be read, the last that came first.
  ///
  /// - Parameters:
  ///   - end: the index of the first change that is no more wanted.
  ///   - limit: how many are wanted at most.
  public func changes(before end: Int, limit: Int) throws -> [PlacedChange] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT position, parents, device, number, id, timestamp, body FROM change
        WHERE position < ? AND body <> x'' ORDER BY position DESC LIMIT ?
        """)
    return try statement.rows([end, limit]) { row in
      guard let change = try? Change(body: row.bytes(at: 6)) else { return nil as PlacedChange? }
      return PlacedChange(stamp: try Self.stamp(row), change: change)
    }.compactMap(\.self)
  }

  /// The indices of the changes whose ids lie in a range.
  public func changeIndices(in range: ClosedRange<EnvelopeID>, limit: Int) throws -> [Int] {
    let statement = try database.cachedStatement(
      sql: "SELECT position FROM change WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?")
    return try statement.rows(
      [Data(range.lowerBound.bytes), Data(range.upperBound.bytes), limit]
    ) { $0[0] }
  }

  /// The hash of what an entry shows; `nil` where nothing has touched it.
  public func viewHash(of entry: EntryID) throws -> [UInt8]? {
    let statement = try database.cachedStatement(sql: "SELECT hash FROM entry WHERE id = ?")
    return try Data.fetchOne(statement, arguments: [Data(entry.bytes)]).map { Array($0) }
  }
}
