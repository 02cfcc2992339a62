internal import AfterwitEncoding
internal import AfterwitRelay
internal import GRDB

extension SQLiteTransaction {
  func touch() throws { try execute("UPDATE relay SET generation = generation", []) }

  func insertCode(_ hash: [UInt8], expires: UInt64, quota: Quota) throws {
    try execute(
      """
      INSERT INTO code (hash, expires, max_bytes, max_envelopes, max_appends)
      VALUES (?, ?, ?, ?, ?)
      """,
      [
        hash.blob, stored(expires), stored(quota.bytes), stored(quota.envelopes),
        stored(quota.appendsPerMinute),
      ])
  }

  func holdsCode(_ hash: [UInt8], now: UInt64) throws -> Bool {
    try row("SELECT 1 FROM code WHERE hash = ? AND expires > ?", [hash.blob, stored(now)]) != nil
  }

  func consumeCode(_ hash: [UInt8], now: UInt64) throws -> Quota? {
    let quota = try row(
      """
      SELECT max_bytes, max_envelopes, max_appends FROM code WHERE hash = ? AND expires > ?
      """, [hash.blob, stored(now)]
    ).map { Quota(in: $0, from: 0) }
    if quota != nil { try execute("DELETE FROM code WHERE hash = ?", [hash.blob]) }
    return quota
  }

  func insertSession(_ hash: [UInt8], _ session: StoredSession, limit: Int) throws {
    let journal = session.journal.bytes.blob
    let device = session.device.bytes.blob
    try execute(
      "INSERT INTO session (hash, journal, device, expires) VALUES (?, ?, ?, ?)",
      [hash.blob, journal, device, stored(session.expires)])
    try execute(
      """
      DELETE FROM session WHERE hash IN (
        SELECT hash FROM session WHERE journal = ? AND device = ? AND hash <> ?
        ORDER BY expires DESC LIMIT -1 OFFSET ?)
      """, [journal, device, hash.blob, limit - 1])
  }

  func endSessions(of device: DeviceID, in journal: JournalID) throws {
    try execute(
      "DELETE FROM session WHERE journal = ? AND device = ?",
      [journal.bytes.blob, device.bytes.blob])
  }

  func session(_ hash: [UInt8]) throws -> StoredSession? {
    let sql = "SELECT journal, device, expires FROM session WHERE hash = ?"
    guard let row = try row(sql, [hash.blob]) else { return nil }
    guard let journal = JournalID(row.bytes(0)), let device = DeviceID(row.bytes(1)) else {
      throw StorageDamage("a session")
    }
    return StoredSession(journal: journal, device: device, expires: row.count(2))
  }

  func useChallenge(_ nonce: [UInt8], expires: UInt64) throws -> Bool {
    try execute(
      "INSERT OR IGNORE INTO answered_challenge (nonce, expires) VALUES (?, ?)",
      [nonce.blob, stored(expires)]) == 1
  }

  func prune(now: UInt64) throws {
    for table in ["code", "session", "answered_challenge", "mailbox"] {
      try execute("DELETE FROM \(table) WHERE expires <= ?", [stored(now)])
    }
  }
}
