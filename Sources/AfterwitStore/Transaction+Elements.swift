public import AfterwitDocument
public import AfterwitEncoding
internal import GRDB

internal import struct Foundation.Data

extension Transaction {
  /// The elements in a range of ids, ascending, at most `limit` of them, removed ones too.
  public func elements(
    in range: ClosedRange<ElementID>, limit: Int
  ) throws -> [ElementKey] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT entry, list, element FROM presence
        WHERE element <> x'' AND element BETWEEN ? AND ? ORDER BY element LIMIT ?
        """)
    return try statement.rows(
      [Data(range.lowerBound.bytes), Data(range.upperBound.bytes), limit]
    ) { row in
      guard let entry = EntryID(try row.bytes(at: 0)), let element = ElementID(try row.bytes(at: 2))
      else { throw StoreFailure.damaged("the presence of an element without an id") }
      return ElementKey(
        entry: entry,
        element: ListElement(list: FieldName(row[1], family: .list), id: element))
    }
  }

  /// Whether an element is there; `nil` if nobody has done more than move it.
  public func presence(of key: ElementKey) throws -> Presence? {
    try presence(of: FieldKey(entry: key.entry, element: key.element, field: .presence))
  }

  /// The fields of an element.
  public func states(of key: ElementKey) throws -> FieldStates {
    let statement = try database.cachedStatement(
      sql: "SELECT name, family, state FROM field WHERE entry = ? AND list = ? AND element = ?")
    return try statement.rows(
      [
        Data(key.entry.bytes), key.element.list.name.string, Data(key.element.id.bytes),
      ], Self.state)
  }
}
