public import AfterwitDocument
public import AfterwitEncoding
internal import GRDB

internal import struct Foundation.Data

extension Transaction {
  /// The presence of an entry, or `nil` where nothing has touched it.
  public func presence(of entry: EntryID) throws -> Presence? {
    let statement = try database.cachedStatement(sql: "SELECT state FROM presence WHERE entry = ?")
    guard let data = try Data.fetchOne(statement, arguments: [Data(entry.bytes)]) else {
      return nil
    }
    return try Presence(decoding: Array(data))
  }

  /// Every field of an entry.
  public func states(of entry: EntryID) throws -> [(FieldName, FieldState)] {
    let statement = try database.cachedStatement(
      sql: "SELECT name, family, state FROM field WHERE entry = ?")
    return try Row.fetchAll(statement, arguments: [Data(entry.bytes)]).map { row in
      let state: Data = row[2]
      return (
        FieldName(storedName: row[0], familyCode: row[1]), try FieldState(decoding: Array(state))
      )
    }
  }

  /// The state of a field, or `nil` where nothing has touched it.
  public func state(of key: FieldKey) throws -> FieldState? {
    let statement = try database.cachedStatement(
      sql: "SELECT state FROM field WHERE entry = ? AND name = ? AND family = ?")
    guard
      let data = try Data.fetchOne(
        statement,
        arguments: [
          Data(key.entry.bytes), key.field.name.string, Int(key.field.familyCode),
        ])
    else { return nil }
    return try FieldState(decoding: Array(data))
  }
}
