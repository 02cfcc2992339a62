public import AfterwitCausality
public import AfterwitDocument
public import AfterwitEncoding
public import AfterwitText
internal import GRDB

internal import struct Foundation.Data

extension Transaction {
  /// The index of a change in the causal graph; `nil` if the change is not known.
  public func changeIndex(_ id: EnvelopeID) throws -> Int? {
    let statement = try database.cachedStatement(sql: "SELECT position FROM change WHERE id = ?")
    return try Int.fetchOne(statement, arguments: [Data(id.bytes)])
  }

  /// How many changes are known; the next one gets this index.
  public func changeCount() throws -> Int {
    let statement = try database.cachedStatement(sql: "SELECT max(position) FROM change")
    return try Int.fetchOne(statement).map { $0 + 1 } ?? 0
  }

  /// Adds a change to the causal graph and moves the heads.
  ///
  /// - Parameters:
  ///   - body: the opened bytes; empty if they could not be used.
  ///   - entries: those that it has a block of, if it has an effect.
  public func insertChange(
    stamp: ChangeStamp, body: [UInt8], entries: Set<EntryID>
  ) throws {
    var parents = ByteBuilder()
    parents.append(list: stamp.parents)
    try database.cachedStatement(
      sql: """
        INSERT INTO change (position, id, device, number, timestamp, parents, body)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      stamp.index, Data(stamp.order.envelope.bytes), Data(stamp.order.device.bytes),
      Int64(bitPattern: stamp.order.number), Int64(bitPattern: stamp.timestamp.rawValue),
      Data(parents.bytes), Data(body),
    ])
    let touch = try database.cachedStatement(
      sql: "INSERT INTO entry_change (entry, change) VALUES (?, ?)")
    for entry in entries { try touch.execute(arguments: [Data(entry.bytes), stamp.index]) }
    let drop = try database.cachedStatement(sql: "DELETE FROM head WHERE position = ?")
    for parent in stamp.parents {
      try drop.execute(arguments: [parent])
    }
    try database.cachedStatement(sql: "INSERT INTO head (position) VALUES (?)")
      .execute(arguments: [stamp.index])
  }

  /// Who made the change at an index, when, and on which parents.
  public func changeStamp(at index: Int) throws -> ChangeStamp {
    let statement = try database.cachedStatement(
      sql: "SELECT position, parents, device, number, id, timestamp FROM change WHERE position = ?")
    guard let row = try Row.fetchOne(statement, arguments: [index]) else {
      throw StoreFailure.damaged("change \(index) is missing")
    }
    return try Self.stamp(row)
  }

  /// Who made the change of an envelope, and when; `nil` if the change is not known.
  public func changeAuthor(of id: EnvelopeID) throws -> (order: TextOrder, timestamp: Timestamp)? {
    let statement = try database.cachedStatement(
      sql: "SELECT device, number, timestamp FROM change WHERE id = ?")
    var found: (order: TextOrder, timestamp: Timestamp)?
    try statement.forEachRaw(of: database, [Data(id.bytes)]) { row in
      found = (
        TextOrder(
          device: try row.identifier(0), number: UInt64(bitPattern: row.number(1)), envelope: id),
        Timestamp(rawValue: UInt64(bitPattern: row.number(2)))
      )
    }
    return found
  }

  static func stamp(_ row: Row) throws -> ChangeStamp {
    let order = TextOrder(
      device: try row.identifier(2), number: UInt64(bitPattern: row[3]),
      envelope: try row.identifier(4))
    return ChangeStamp(
      index: row[0], parents: try list(row[1]), order: order,
      timestamp: Timestamp(rawValue: UInt64(bitPattern: row[5])))
  }

  /// The heads of the causal graph as indices, ascending.
  public func frontier() throws -> [Int] {
    try database.cachedStatement(sql: "SELECT position FROM head ORDER BY position")
      .rows { $0[0] }
  }

  /// The heads of the causal graph as envelope ids, ascending.
  public func frontierIDs() throws -> [EnvelopeID] {
    // The cross join makes SQLite begin with the few heads; by itself it would go through every
    // change.
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM head CROSS JOIN change USING (position) ORDER BY id")
    return try statement.rows { try $0.identifier(0) }
  }

  /// The whole causal graph.
  /// - Complexity: O(*changes*).
  public func causalGraph() throws -> CausalGraph {
    var graph = CausalGraph()
    let statement = try database.cachedStatement(
      sql: "SELECT parents FROM change ORDER BY position")
    try statement.forEachRaw(of: database) { row in
      let bytes = row.bytes(0)
      if graph.count > 0, graph.earlierHeads.isEmpty, bytes.isOne(graph.count - 1) {
        graph.appendNext()
      } else {
        var cursor = ByteCursor(Array(bytes))
        graph.append(parents: try cursor.readList())
      }
    }
    return graph
  }

  static func list(_ data: Data) throws -> [Int] {
    var cursor = ByteCursor(Array(data))
    return try cursor.readList()
  }

  /// The opened bytes of a device's changes that come after all heads of a version in the graph.
  public func changeBodies(
    of device: DeviceID, after version: [EnvelopeID]
  ) throws -> [[UInt8]] {
    let last = try version.compactMap { try changeIndex($0) }.max() ?? -1
    let statement = try database.cachedStatement(
      sql: "SELECT body FROM change WHERE device = ? AND position > ?")
    return try Data.fetchAll(statement, arguments: [Data(device.bytes), last]).map { Array($0) }
  }

  /// The opened bytes of the change at an index; empty if they could not be used.
  public func changeBody(at index: Int) throws -> [UInt8] {
    let statement = try database.cachedStatement(sql: "SELECT body FROM change WHERE position = ?")
    guard let body = try Data.fetchOne(statement, arguments: [index]) else {
      throw StoreFailure.damaged("change \(index) is missing")
    }
    return Array(body)
  }

  /// The timestamp of a device's last change; `nil` if it has made none that is here.
  public func lastTimestamp(of device: DeviceID) throws -> Timestamp? {
    try lastChanges(of: device, limit: 1).first?.timestamp
  }

  /// The last changes of a device whose prefix could be read, the last one first.
  public func lastChanges(of device: DeviceID, limit: Int) throws -> [ChangeStamp] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT position, parents, device, number, id, timestamp FROM change
        WHERE device = ? AND timestamp <> 0 ORDER BY position DESC LIMIT ?
        """)
    return try statement.rows([Data(device.bytes), limit], Self.stamp)
  }

  /// The indices of the last changes of a device, ascending.
  public func lastChangeIndices(of device: DeviceID, limit: Int) throws -> [Int] {
    let statement = try database.cachedStatement(
      sql: "SELECT position FROM change WHERE device = ? ORDER BY position DESC LIMIT ?")
    return try statement.rows([Data(device.bytes), limit]) { $0[0] }.reversed()
  }

  /// The first change of a log behind a number that has its place; `nil` if there is none.
  public func firstChange(of log: DeviceID, after number: UInt64) throws -> ChangeStamp? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT id FROM envelope WHERE device = ? AND number > ? AND kind = 1
        ORDER BY number LIMIT 1
        """)
    let found: [EnvelopeID] = try statement.rows(
      [Data(log.bytes), Int64(clamping: number)]
    ) { try $0.identifier(0) }
    return try found.first.flatMap { try changeIndex($0) }.map { try changeStamp(at: $0) }
  }

  /// The timestamp of the change that came last, whoever made it.
  public func newestTimestamp() throws -> Timestamp? {
    let statement = try database.cachedStatement(
      sql: "SELECT timestamp FROM change WHERE position = (SELECT max(position) FROM change)")
    return try Int64.fetchOne(statement).map { Timestamp(rawValue: UInt64(bitPattern: $0)) }
  }
}
