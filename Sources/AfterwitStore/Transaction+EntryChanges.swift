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
  public func changes(of entry: EntryID) throws -> [PlacedChange] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(Self.columns) FROM entry_change JOIN change ON change.position = entry_change.change
        WHERE entry_change.entry = ? ORDER BY entry_change.change
        """)
    return try statement.rows([Data(entry.bytes)], Self.placed)
  }

  /// The indices of the changes with an effect that have a block of an entry, ascending.
  func changeIndices(of entry: EntryID) throws -> [Int] {
    try database.cachedStatement(
      sql: "SELECT change FROM entry_change WHERE entry = ? ORDER BY change"
    ).rows([Data(entry.bytes)]) { $0[0] as Int }
  }

  /// The changes with an effect that have a block of an entry, and those that take them back, or take
  /// these back in turn; ascending.
  /// - Complexity: O(*bytes of their bodies*), and of all that was ever taken back.
  public func versions(of entry: EntryID) throws -> [PlacedChange] {
    let placed = try changes(of: entry)
    let named = try database.cachedStatement(
      sql: "SELECT undo, change FROM undone ORDER BY undo"
    ).rows { ($0[0] as Int, $0[1] as Int) }
    guard !named.isEmpty else { return placed }
    var reached = Set(placed.map(\.stamp.index))
    var undos: [Int] = []
    // What takes back has a place behind what it names.
    for (undo, change) in named where reached.contains(change) && undos.last != undo {
      reached.insert(undo)
      undos.append(undo)
    }
    let statement = try database.cachedStatement(
      sql: "SELECT \(Self.columns) FROM change WHERE position = ?")
    let taking = try undos.flatMap { try statement.rows([$0], Self.placed) }
    return (placed + taking).sorted { $0.stamp.index < $1.stamp.index }
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
