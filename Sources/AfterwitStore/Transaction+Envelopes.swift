public import AfterwitEncoding
public import AfterwitWire
internal import GRDB

internal import struct Foundation.Data

/// What became of an envelope that is held.
public enum Standing: Int, Hashable, Sendable {
  /// It has its effect.
  case applied = 0
  /// It waits for a parent or a key.
  case waiting = 1
  /// It is kept without effect: damaged, malformed or unfit.
  case quarantined = 2
  /// It is kept without effect: its kind is not understood.
  case unknown = 3
  /// It is kept without effect: its author was shut out, and nobody in good standing built on it.
  case setAside = 4
}

extension Transaction {
  /// Keeps an envelope at the end of the order of admission.
  ///
  /// - Parameter missing: the parent it waits for, if it waits for one.
  public func insert(
    _ envelope: Envelope, standing: Standing, missing: EnvelopeID? = nil
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO envelope (id, device, number, kind, standing, missing, bytes)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      Data(envelope.id.bytes), Data(envelope.header.device.bytes),
      Int64(bitPattern: envelope.header.number), Int(envelope.header.kind.rawValue),
      standing.rawValue, missing.map { Data($0.bytes) }, Data(envelope.bytes),
    ])
    try advanceTip(envelope.header, id: envelope.id)
  }

  /// Changes what became of an envelope.
  public func setStanding(
    _ standing: Standing, missing: EnvelopeID? = nil, of id: EnvelopeID
  ) throws {
    try database.cachedStatement(
      sql: "UPDATE envelope SET standing = ?, missing = ? WHERE id = ?"
    ).execute(arguments: [
      standing.rawValue, missing.map { Data($0.bytes) }, Data(id.bytes),
    ])
  }

  /// Whether an envelope that is not held follows the end of a log, or begins a log.
  ///
  /// Any other that fits into its log begins a further branch.
  public func isNext(_ header: EnvelopeHeader) throws -> Bool {
    guard header.number > 1 else { return try tips(of: header.device).isEmpty }
    let statement = try database.cachedStatement(
      sql: "SELECT 1 FROM tip WHERE device = ? AND number = ? AND id = ?")
    return try Bool.fetchOne(
      statement,
      arguments: [
        Data(header.device.bytes), Int64(bitPattern: header.number &- 1),
        Data(header.previous.bytes),
      ]) ?? false
  }

  /// Puts an envelope at the end of its log, in place of the one before it.
  func advanceTip(_ header: EnvelopeHeader, id: EnvelopeID) throws {
    try database.cachedStatement(
      sql: "UPDATE tip SET number = ?, id = ? WHERE device = ? AND number = ? AND id = ?"
    ).execute(arguments: [
      Int64(bitPattern: header.number), Data(id.bytes), Data(header.device.bytes),
      Int64(bitPattern: header.number &- 1), Data(header.previous.bytes),
    ])
    guard database.changesCount == 0 else { return }
    try database.cachedStatement(
      sql: "INSERT INTO tip (device, number, id) VALUES (?, ?, ?)"
    ).execute(arguments: [
      Data(header.device.bytes), Int64(bitPattern: header.number), Data(id.bytes),
    ])
  }

  /// The standing of an envelope; `nil` if it is not held.
  public func standing(of id: EnvelopeID) throws -> Standing? {
    let statement = try database.cachedStatement(
      sql: "SELECT standing FROM envelope WHERE id = ?")
    return try Int.fetchOne(statement, arguments: [Data(id.bytes)]).flatMap(Standing.init)
  }

  /// The bytes of an envelope; `nil` if it is not held.
  public func envelopeBytes(_ id: EnvelopeID) throws -> [UInt8]? {
    let statement = try database.cachedStatement(sql: "SELECT bytes FROM envelope WHERE id = ?")
    return try Data.fetchOne(statement, arguments: [Data(id.bytes)]).map { Array($0) }
  }

  /// Whether any envelope waits for a parent.
  public func isParentMissing() throws -> Bool {
    let statement = try database.cachedStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM envelope WHERE missing IS NOT NULL)")
    return try Bool.fetchOne(statement) ?? false
  }

  /// The bytes of every envelope that waits for this parent.
  public func envelopes(waitingFor parent: EnvelopeID) throws -> [[UInt8]] {
    try bytes("WHERE missing = ? ORDER BY sequence", [Data(parent.bytes)])
  }

  /// The bytes of every control envelope that has its effect, in the order of admission.
  public func controlEnvelopes() throws -> [[UInt8]] {
    try bytes(
      "WHERE kind <> 1 AND kind = ? AND standing = 0 ORDER BY sequence",
      [Int(EnvelopeKindCode.control.rawValue)])
  }

  /// The bytes of the last heads envelope of a device; `nil` if none is held.
  ///
  /// - Complexity: O(*heads envelopes that came after it*).
  public func lastHeadsEnvelope(of device: DeviceID) throws -> [UInt8]? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT bytes FROM envelope WHERE kind <> 1 AND kind = ? AND device = ?
        ORDER BY sequence DESC LIMIT 1
        """)
    return try Data.fetchOne(
      statement, arguments: [Int(EnvelopeKindCode.heads.rawValue), Data(device.bytes)]
    ).map { Array($0) }
  }

  /// How many changes a log has.
  /// - Complexity: O(*the log*).
  public func changeCount(of log: DeviceID) throws -> Int {
    let statement = try database.cachedStatement(
      sql: "SELECT count(*) FROM envelope WHERE device = ? AND kind = 1")
    return try Int.fetchOne(statement, arguments: [Data(log.bytes)]) ?? 0
  }

  /// How many changes of a log that has one end have numbers in a range.
  /// - Complexity: O(*envelopes of other kinds in the journal*), of which there are few.
  public func changeCount(
    of log: DeviceID, after low: UInt64, through high: UInt64
  ) throws -> Int {
    let statement = try database.cachedStatement(
      sql: """
        SELECT count(*) FROM envelope
        WHERE kind <> 1 AND device = ? AND number > ? AND number <= ?
        """)
    let others = try Int.fetchOne(
      statement, arguments: [Data(log.bytes), Int64(clamping: low), Int64(clamping: high)])
    return Int(clamping: high - low) - (others ?? 0)
  }

  /// The bytes of every envelope that waits for a key, in the order of admission.
  public func envelopesWaitingForKey() throws -> [[UInt8]] {
    try bytes(
      "WHERE standing = ? AND standing <> 0 AND missing IS NULL ORDER BY sequence",
      [Standing.waiting.rawValue])
  }

  /// The bytes of every envelope that is set aside, in the order of admission.
  public func envelopesSetAside() throws -> [[UInt8]] {
    try bytes(
      "WHERE standing = ? AND standing <> 0 ORDER BY sequence", [Standing.setAside.rawValue])
  }

  /// The changes of a log from a number on that have their effect or wait, ascending by number.
  public func placedLog(of device: DeviceID, from number: UInt64) throws -> [LogEntry] {
    try logEntries(
      "WHERE device = ? AND number >= ? AND kind = ? AND standing <> ? ORDER BY number, id",
      [
        Data(device.bytes), Int64(bitPattern: number), Int(EnvelopeKindCode.change.rawValue),
        Standing.setAside.rawValue,
      ])
  }

  /// Hands over every envelope's bytes, in the order of admission.
  public func forEachEnvelope(_ body: ([UInt8]) throws -> Void) throws {
    let rows = try Data.fetchCursor(database, sql: "SELECT bytes FROM envelope ORDER BY sequence")
    while let data = try rows.next() {
      try body(Array(data))
    }
  }

  private func bytes(_ condition: String, _ arguments: StatementArguments) throws -> [[UInt8]] {
    let statement = try database.cachedStatement(sql: "SELECT bytes FROM envelope \(condition)")
    return try statement.rows(arguments) { try $0.bytes(at: 0) }
  }

  /// How many envelopes have this standing, other than `applied`.
  ///
  /// - Complexity: O(*their number*); the applied ones are in no index, and nobody counts them.
  public func count(standing: Standing) throws -> Int {
    precondition(standing != .applied, "counts what the index does not hold")
    let statement = try database.cachedStatement(
      sql: "SELECT count(*) FROM envelope WHERE standing = ? AND standing <> 0")
    return try Int.fetchOne(statement, arguments: [standing.rawValue]) ?? 0
  }

  /// The tips of every log whose author is known.
  public func heads() throws -> Heads {
    var heads = Heads()
    let rows = try Row.fetchCursor(
      try database.cachedStatement(
        sql: "SELECT device, number, id FROM tip ORDER BY device, number, id"))
    while let row = try rows.next() {
      let device: DeviceID = try row.identifier(0)
      let tip = Heads.Tip(number: UInt64(bitPattern: row[1]), id: try row.identifier(2))
      heads.tips[device, default: []].append(tip)
    }
    return heads
  }

  /// The place of an envelope in its log; `nil` if it is not held.
  public func logEntry(_ id: EnvelopeID) throws -> LogEntry? {
    try logEntries("WHERE id = ?", [Data(id.bytes)]).first
  }

  /// The tips of one log, ascending; more than one if it has forked.
  public func tips(of device: DeviceID) throws -> [Heads.Tip] {
    let statement = try database.cachedStatement(
      sql: "SELECT number, id FROM tip WHERE device = ? ORDER BY number, id")
    return try statement.rows([Data(device.bytes)]) { row in
      Heads.Tip(number: UInt64(bitPattern: row[0]), id: try row.identifier(1))
    }
  }

  /// One whole log from a number on, in the order of admission.
  public func log(of device: DeviceID, from number: UInt64) throws -> [LogEntry] {
    try logEntries(
      "WHERE device = ? AND number >= ? ORDER BY sequence",
      [Data(device.bytes), Int64(bitPattern: number)])
  }

  private func logEntries(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [LogEntry] {
    let statement = try database.cachedStatement(
      sql: "SELECT sequence, id, device, number, kind FROM envelope \(condition)")
    return try statement.rows(arguments) { row in
      LogEntry(
        sequence: row[0], id: try row.identifier(1), device: try row.identifier(2),
        number: UInt64(bitPattern: row[3]), kind: EnvelopeKindCode(rawValue: row[4]))
    }
  }

  /// The ids of every envelope that has its effect or is kept without one, ascending.
  public func heldIDs() throws -> [EnvelopeID] {
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM envelope WHERE standing <> 1 ORDER BY id")
    return try statement.rows { try $0.identifier(0) }
  }
}

/// The place of an envelope in its log and in the order of admission.
public struct LogEntry: Hashable, Sendable {
  /// Its place in the order of admission.
  public let sequence: Int64
  /// The envelope.
  public let id: EnvelopeID
  /// The device whose log it is in.
  public let device: DeviceID
  /// Its number in its log.
  public let number: UInt64
  /// What its payload is.
  public let kind: EnvelopeKindCode
}
