internal import AfterwitEncoding
internal import AfterwitRelay
internal import AfterwitWire
internal import GRDB

/// One transaction on the SQLite binding.
struct SQLiteTransaction: RelayTransaction {
  /// The connection, inside its transaction.
  let database: Database

  /// The first row of a statement that is prepared once a connection.
  func row(_ sql: String, _ arguments: StatementArguments) throws -> Row? {
    try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
  }

  /// All rows of a statement that is prepared once a connection.
  func rows(_ sql: String, _ arguments: StatementArguments) throws -> [Row] {
    try Row.fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
  }

  /// Runs a statement that is prepared once a connection, and counts the rows it changed.
  @discardableResult
  func execute(_ sql: String, _ arguments: StatementArguments) throws -> Int {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
    return database.changesCount
  }

  /// An integer as SQLite keeps it; one beyond its range becomes the greatest.
  func stored(_ value: UInt64) -> Int64 { Int64(clamping: value) }

  /// An integer as SQLite keeps it, or none.
  func stored(_ value: UInt64?) -> Int64? { value.map { Int64(clamping: $0) } }
}

extension SQLiteTransaction {
  func holds(_ id: EnvelopeID) throws -> Bool {
    try row("SELECT 1 FROM envelope WHERE id = ?", [id.bytes.blob]) != nil
  }

  func number(of id: EnvelopeID, by device: DeviceID, in journal: StoredJournal) throws -> UInt64? {
    try row(
      "SELECT number FROM envelope WHERE id = ? AND device = ? AND journal = ?",
      [id.bytes.blob, device.bytes.blob, journal.key])?.count(0)
  }

  func prefix(by device: DeviceID, number: UInt64, in journal: StoredJournal) throws -> [UInt8]? {
    // The planner would go through the whole order for the sake of its first row.
    try row(
      """
      SELECT substr(bytes, 1, \(Envelope.prefixByteCount)) FROM envelope INDEXED BY envelope_log
      WHERE journal = ? AND device = ? AND number = ? ORDER BY position LIMIT 1
      """, [journal.key, device.bytes.blob, stored(number)])?.bytes(0)
  }

  func insert(_ envelope: Envelope, in journal: StoredJournal) throws -> StoredJournal {
    var journal = journal
    let header = envelope.header
    journal.end = journal.end.advanced(past: envelope.id)
    journal.byteCount += UInt64(envelope.byteCount)
    if header.kind == .control { journal.lastControl = journal.end.position }
    try execute(
      """
      INSERT INTO envelope (journal, position, id, device, number, kind, running_hash, bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        journal.key, stored(journal.end.position), envelope.id.bytes.blob,
        header.device.bytes.blob, stored(header.number), Int64(header.kind.rawValue),
        journal.end.hash.blob, envelope.bytes.blob,
      ])
    try moveTip(to: envelope, in: journal)
    try execute(
      """
      UPDATE journal SET end_position = ?, end_hash = ?, last_control = ?, byte_count = ?,
        last_stored = ? WHERE key = ?
      """,
      [
        stored(journal.end.position), journal.end.hash.blob, stored(journal.lastControl),
        stored(journal.byteCount), stored(journal.lastStored), journal.key,
      ])
    return journal
  }

  /// Moves the tip that the envelope goes on from, or adds one where it goes on from none.
  private func moveTip(to envelope: Envelope, in journal: StoredJournal) throws {
    let header = envelope.header
    let (device, number) = (header.device.bytes.blob, stored(header.number))
    let moved = try execute(
      """
      UPDATE tip SET number = ?, id = ?
      WHERE journal = ? AND device = ? AND number = ? AND id = ?
      """,
      [
        number, envelope.id.bytes.blob, journal.key, device, number - 1,
        header.previous.bytes.blob,
      ])
    guard moved == 0 else { return }
    try execute(
      "INSERT INTO tip (journal, device, number, id) VALUES (?, ?, ?, ?)",
      [journal.key, device, number, envelope.id.bytes.blob])
  }
}
