public import AfterwitDocument
public import AfterwitEncoding
internal import GRDB

internal import struct Foundation.Data

/// Fields of an entry with their states.
public typealias FieldStates = [(FieldName, FieldState)]

extension Transaction {
  /// The presence of an entry, or `nil` where nothing has touched it.
  public func presence(of entry: EntryID) throws -> Presence? {
    let statement = try database.cachedStatement(sql: "SELECT state FROM presence WHERE entry = ?")
    guard let data = try Data.fetchOne(statement, arguments: [Data(entry.bytes)]) else {
      return nil
    }
    return try Presence(decoding: Array(data))
  }

  /// The presence of an entry and every field of it, or `nil` where nothing has touched it.
  public func content(of entry: EntryID) throws -> (presence: Presence, states: FieldStates)? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT field.name, field.family, field.state, presence.state
        FROM presence LEFT JOIN field ON field.entry = presence.entry WHERE presence.entry = ?
        """)
    let rows = try Row.fetchCursor(statement, arguments: [Data(entry.bytes)])
    guard let first = try rows.next() else { return nil }
    let presence = try Presence(decoding: first.bytes(at: 3))
    guard first[0] != nil else { return (presence, []) }
    return (presence, try Self.states(in: first, and: rows))
  }

  /// Every field of an entry, which may be the journal itself.
  public func states(of entry: EntryID) throws -> FieldStates {
    let statement = try database.cachedStatement(
      sql: "SELECT name, family, state FROM field WHERE entry = ?")
    let rows = try Row.fetchCursor(statement, arguments: [Data(entry.bytes)])
    return try rows.next().map { try Self.states(in: $0, and: rows) } ?? []
  }

  private static func states(in first: Row, and rows: RowCursor) throws -> FieldStates {
    var states: FieldStates = []
    var next: Row? = first
    while let row = next {
      let name = FieldName(storedName: row[0], familyCode: row[1])
      states.append((name, try FieldState(decoding: row.bytes(at: 2))))
      next = try rows.next()
    }
    return states
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

extension Row {
  /// The bytes of a column, without a copy between.
  func bytes(at column: Int) throws -> [UInt8] {
    try withUnsafeData(atIndex: column) { data in data.map(Array.init) ?? [] }
  }
}
