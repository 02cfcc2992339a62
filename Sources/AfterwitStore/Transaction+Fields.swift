public import AfterwitDocument
public import AfterwitEncoding
internal import GRDB

internal import struct Foundation.Data

/// Fields of an entry with their states.
public typealias FieldStates = [(FieldName, FieldState)]

extension Transaction {
  /// The presence of an entry; `nil` if nothing has touched it.
  public func presence(of entry: EntryID) throws -> Presence? {
    let statement = try database.cachedStatement(sql: "SELECT state FROM presence WHERE entry = ?")
    guard let data = try Data.fetchOne(statement, arguments: [Data(entry.bytes)]) else {
      return nil
    }
    return try Presence(decoding: Array(data))
  }

  /// The presence and every field of an entry; `nil` if nothing has touched it.
  public func content(of entry: EntryID) throws -> (presence: Presence, states: FieldStates)? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT field.name, field.family, field.state, presence.state
        FROM presence LEFT JOIN field ON field.entry = presence.entry WHERE presence.entry = ?
        """)
    var presence: Presence?
    let states = try statement.rows([Data(entry.bytes)]) { row in
      if presence == nil { presence = try Presence(decoding: row.bytes(at: 3)) }
      return row[0] == nil ? nil : try Self.state(row)
    }
    return presence.map { ($0, states.compactMap(\.self)) }
  }

  /// Every field of an entry, which may be the journal itself.
  public func states(of entry: EntryID) throws -> FieldStates {
    let statement = try database.cachedStatement(
      sql: "SELECT name, family, state FROM field WHERE entry = ?")
    return try statement.rows([Data(entry.bytes)], Self.state)
  }

  private static func state(_ row: Row) throws -> (FieldName, FieldState) {
    (
      FieldName(storedName: row[0], familyCode: row[1]),
      try FieldState(decoding: row.bytes(at: 2))
    )
  }

  /// The state of a field; `nil` if nothing has touched it.
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
