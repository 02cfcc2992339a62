internal import AfterwitEncoding
internal import AfterwitRelay
internal import AfterwitWire
internal import GRDB

extension SQLiteTransaction {
  func heads(of journal: StoredJournal) throws -> Heads {
    var heads = Heads()
    let sql = "SELECT device, number, id FROM tip WHERE journal = ? ORDER BY device, number, id"
    for row in try rows(sql, [journal.key]) {
      guard let device = DeviceID(row.bytes(0)), let id = EnvelopeID(row.bytes(2)) else {
        throw StorageDamage("a tip")
      }
      heads.tips[device, default: []].append(Heads.Tip(number: row.count(1), id: id))
    }
    return heads
  }

  func controlEnvelopes(
    of journal: StoredJournal, each body: ([UInt8]) throws -> Void
  ) throws {
    let sql = "SELECT bytes FROM envelope WHERE journal = ? AND kind = 3 ORDER BY position"
    let statement = try database.cachedStatement(sql: sql)
    let cursor = try Row.fetchCursor(statement, arguments: [journal.key])
    while let row = try cursor.next() { try body(row.bytes(0)) }
  }

  func envelopes(
    of journal: StoredJournal, each body: (StoredEnvelope) throws -> Void
  ) throws {
    let sql = """
      SELECT position, id, device, number, kind, running_hash, bytes FROM envelope
      WHERE journal = ? ORDER BY position
      """
    let statement = try database.cachedStatement(sql: sql)
    let cursor = try Row.fetchCursor(statement, arguments: [journal.key])
    while let row = try cursor.next() {
      try body(
        StoredEnvelope(
          position: row.count(0), id: row.bytes(1), device: row.bytes(2), number: row.count(3),
          kind: row.count(4), runningHash: row.bytes(5), bytes: row.bytes(6)))
    }
  }

  func runningHash(at position: UInt64, in journal: StoredJournal) throws -> [UInt8]? {
    guard position <= journal.end.position else { return nil }
    return try row(
      "SELECT running_hash FROM envelope WHERE journal = ? AND position = ?",
      [journal.key, stored(position)])?.bytes(0)
  }

  func order(
    after position: UInt64, of journal: StoredJournal, into page: inout PageFill
  ) throws {
    try fill(
      &page, "SELECT bytes FROM envelope WHERE journal = ? AND position > ? ORDER BY position",
      [journal.key, stored(position)])
  }

  func log(
    of device: DeviceID, numbers: ClosedRange<UInt64>, in journal: StoredJournal,
    into page: inout PageFill
  ) throws {
    try fill(
      &page,
      """
      SELECT bytes FROM envelope WHERE journal = ? AND device = ? AND number BETWEEN ? AND ?
      ORDER BY number, id
      """,
      [
        journal.key, device.bytes.blob, stored(numbers.lowerBound), stored(numbers.upperBound),
      ])
  }

  /// Reads row after row and stops at the first that does not fit.
  private func fill(
    _ page: inout PageFill, _ sql: String, _ arguments: StatementArguments
  ) throws {
    let statement = try database.cachedStatement(sql: sql)
    let cursor = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try cursor.next(), page.take(row.bytes(0)) {}
  }
}
