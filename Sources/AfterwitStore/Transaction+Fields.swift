public import AfterwitDocument
public import AfterwitEncoding
internal import GRDB

internal import struct Foundation.Data

/// Fields with their states.
public typealias FieldStates = [(FieldName, FieldState)]

extension Transaction {
  /// The presence of an entry; `nil` if nothing has touched it.
  public func presence(of entry: EntryID) throws -> Presence? {
    try presence(of: FieldKey(entry: entry, field: .presence))
  }

  /// The presence of an entry or of an element; `nil` if nothing has touched it.
  func presence(of key: FieldKey) throws -> Presence? {
    let statement = try database.cachedStatement(
      sql: "SELECT state FROM presence WHERE entry = ? AND list = ? AND element = ?")
    guard let data = try Data.fetchOne(statement, arguments: key.ownerArguments) else { return nil }
    return try Presence(decoding: Array(data))
  }

  /// Everything that an entry holds; `nil` if nothing has touched it.
  public func content(of entry: EntryID) throws -> EntryContent? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT field.name, field.family, field.state, field.list, field.element, presence.state
        FROM presence LEFT JOIN field ON field.entry = presence.entry
        WHERE presence.entry = ? AND presence.list = '' AND presence.element = x''
        """)
    var found: Presence?
    let rows = try statement.rows([Data(entry.bytes)]) { row in
      if found == nil { found = try Presence(decoding: row.bytes(at: 5)) }
      return row[0] == nil ? nil : (try Self.owner(row, at: 3), try Self.state(row))
    }
    guard let presence = found else { return nil }
    let fields = rows.compactMap(\.self)
    let states = fields.filter { $0.0 == nil }.map(\.1)
    guard states.contains(where: { $0.0.family == .list }) || states.count < fields.count else {
      return EntryContent(presence: presence, states: states)
    }
    var elements: [ListElement: EntryContent.Element] = [:]
    for case (let owner?, let field) in fields {
      elements[owner, default: EntryContent.Element(name: owner)].states.append(field)
    }
    let presences = try database.cachedStatement(
      sql: "SELECT state, list, element FROM presence WHERE entry = ? AND element <> x''")
    for (owner, presence) in try presences.rows(
      [Data(entry.bytes)],
      { row in (try Self.owner(row, at: 1), try Presence(decoding: row.bytes(at: 0))) })
    {
      guard let owner else { continue }
      elements[owner, default: EntryContent.Element(name: owner)].presence = presence
    }
    return EntryContent(presence: presence, states: states, elements: Array(elements.values))
  }

  /// Every field of an entry itself, which may be the journal.
  public func states(of entry: EntryID) throws -> FieldStates {
    let statement = try database.cachedStatement(
      sql: "SELECT name, family, state FROM field WHERE entry = ? AND element = x''")
    return try statement.rows([Data(entry.bytes)], Self.state)
  }

  static func state(_ row: Row) throws -> (FieldName, FieldState) {
    (
      FieldName(storedName: row[0], familyCode: row[1]),
      try FieldState(decoding: row.bytes(at: 2))
    )
  }

  /// The element that a row is of; `nil` for one of the entry itself.
  private static func owner(_ row: Row, at column: Int) throws -> ListElement? {
    let bytes = try row.bytes(at: column + 1)
    guard !bytes.isEmpty else { return nil }
    guard let id = ElementID(bytes) else {
      throw StoreFailure.damaged("an element's id of \(bytes.count) bytes")
    }
    return ListElement(list: FieldName(row[column], family: .list), id: id)
  }

  /// The state of a field; `nil` if nothing has touched it.
  public func state(of key: FieldKey) throws -> FieldState? {
    let statement = try database.cachedStatement(
      sql: "SELECT state FROM field WHERE \(FieldKey.condition)")
    guard let data = try Data.fetchOne(statement, arguments: key.arguments) else { return nil }
    return try FieldState(decoding: Array(data))
  }
}

extension Transaction {
  /// Every field that anything was written to, and the presence of every entry and element; not those of
  /// the journal itself.
  public func fieldKeys() throws -> [FieldKey] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT list, element, entry, name, family FROM field
        UNION ALL SELECT list, element, entry, NULL, NULL FROM presence
        """)
    return try statement.rows { row in
      guard let entry = EntryID(try row.bytes(at: 2)) else {
        throw StoreFailure.damaged("a field of no entry")
      }
      let field =
        row[3] == nil ? FieldName.presence : FieldName(storedName: row[3], familyCode: row[4])
      return FieldKey(entry: entry, element: try Self.owner(row, at: 0), field: field)
    }.filter { $0.entry != .journal }
  }
}
