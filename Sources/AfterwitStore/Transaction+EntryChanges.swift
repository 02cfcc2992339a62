public import AfterwitDocument
public import AfterwitEncoding
public import AfterwitText
internal import GRDB

internal import struct Foundation.Data

extension Transaction {
  private static let columns =
    "change.position, change.parents, change.device, change.number, change.id, change.timestamp, change.body"

  /// The changes with an effect that have a block of an entry, ascending.
  /// - Complexity: O(*bytes of their bodies*).
  public func storedChanges(of entry: EntryID) throws -> StoredChanges {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(Self.columns) FROM entry_change JOIN change ON change.position = entry_change.change
        WHERE entry_change.entry = ? ORDER BY entry_change.change
        """)
    var changes = StoredChanges()
    try statement.forEachRaw(of: database, [Data(entry.bytes)]) { try changes.append($0) }
    return changes
  }

  /// The same, each decoded.
  public func changes(of entry: EntryID) throws -> [PlacedChange] {
    let changes = try storedChanges(of: entry)
    return try changes.indices.map { try changes.placed(at: $0) }
  }

  /// The indices of the changes with an effect that have a block of an entry, ascending.
  func changeIndices(of entry: EntryID) throws -> [Int] {
    try database.cachedStatement(
      sql: "SELECT change FROM entry_change WHERE entry = ? ORDER BY change"
    ).rows([Data(entry.bytes)]) { $0[0] as Int }
  }

  /// The index of the last change with an effect before another that has a block of an entry.
  func lastChangeIndex(of entry: EntryID, before index: Int) throws -> Int? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT change FROM entry_change WHERE entry = ? AND change < ?
        ORDER BY change DESC LIMIT 1
        """)
    return try statement.rows([Data(entry.bytes), index]) { $0[0] as Int }.first
  }

  /// The changes with an effect that have a block of an entry, and those that take them back, or take
  /// these back in turn; ascending.
  /// - Complexity: O(*bytes of their bodies*), and of all that was ever taken back.
  public func versions(of entry: EntryID) throws -> StoredChanges {
    var changes = try storedChanges(of: entry)
    let named = try database.cachedStatement(
      sql: "SELECT undo, change FROM undone ORDER BY undo"
    ).rows { ($0[0] as Int, $0[1] as Int) }
    guard !named.isEmpty else { return changes }
    var undos: [Int] = []
    var reached: Set<Int> = []
    // What takes back has a place behind what it names.
    for (undo, change) in named
    where undos.last != undo && (changes.place(of: change) != nil || reached.contains(change)) {
      reached.insert(undo)
      undos.append(undo)
    }
    let statement = try database.cachedStatement(
      sql: "SELECT \(Self.columns) FROM change WHERE position = ?")
    for undo in undos {
      try statement.forEachRaw(of: database, [undo]) { try changes.append($0) }
    }
    changes.sort()
    return changes
  }

  /// A change by its index, or `nil` where it has no effect or takes others back.
  public func effectiveChange(at index: Int) throws -> PlacedChange? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(Self.columns) FROM change WHERE position = ? AND body <> x''")
    guard let placed = try statement.rows([index], Self.placed).first,
      let entry = placed.change.blocks.first?.key.entry
    else { return nil }
    let touch = try database.cachedStatement(
      sql: "SELECT 1 FROM entry_change WHERE entry = ? AND change = ?")
    return try Int.fetchOne(touch, arguments: [Data(entry.bytes), index]).map { _ in placed }
  }

  /// What was taken back.
  public func undos() throws -> Undos {
    let statement = try database.cachedStatement(
      sql: "SELECT undo, change FROM undone ORDER BY undo, change")
    var undos = Undos()
    var named: [Int: [Int]] = [:]
    for (undo, change) in try statement.rows([], { ($0[0] as Int, $0[1] as Int) }) {
      named[undo, default: []].append(change)
    }
    for (undo, changes) in named.sorted(by: { $0.key < $1.key }) { undos.append(undo, of: changes) }
    return undos
  }

  func insertUndo(_ undo: Int, of changes: [Int]) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO undone (undo, change) VALUES (?, ?)")
    for change in changes { try statement.execute(arguments: [undo, change]) }
  }

  /// The entries that a device changed last, the latest first.
  public func entriesChanged(by device: DeviceID, limit: Int) throws -> [EntryID] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT entry FROM entry_change JOIN change ON change.position = entry_change.change
        WHERE change.device = ? AND entry <> ?
        GROUP BY entry ORDER BY max(change.position) DESC LIMIT ?
        """)
    let arguments: StatementArguments = [Data(device.bytes), Data(EntryID.journal.bytes), limit]
    return try statement.rows(arguments) { row in
      guard let entry = EntryID(try row.bytes(at: 0)) else {
        throw StoreFailure.damaged("the entry of a change has no id")
      }
      return entry
    }
  }

  private static func placed(_ row: Row) throws -> PlacedChange {
    PlacedChange(stamp: try stamp(row), change: try Change(body: row.bytes(at: 6)))
  }
}
