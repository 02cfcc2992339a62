internal import AfterwitEncoding
internal import AfterwitRelay
internal import AfterwitWire
internal import GRDB

extension SQLiteTransaction {
  private static let columns = """
    id, key, genesis, end_position, end_hash, last_control, byte_count, last_stored, \
    max_bytes, max_envelopes, max_appends
    """

  func journal(_ id: JournalID) throws -> StoredJournal? {
    try row("SELECT \(Self.columns) FROM journal WHERE id = ?", [id.bytes.blob])
      .map(journal(in:))
  }

  func journals() throws -> [StoredJournal] {
    try rows("SELECT \(Self.columns) FROM journal ORDER BY id", []).map(journal(in:))
  }

  private func journal(in row: Row) throws -> StoredJournal {
    guard let id = JournalID(row.bytes(0)), let genesis = EnvelopeID(row.bytes(2)),
      row.bytes(4).count == 32
    else { throw StorageDamage("a journal") }
    return StoredJournal(
      key: row[1], id: id, genesis: genesis,
      end: RelayCursor(position: row.count(3), hash: row.bytes(4)), lastControl: row.count(5),
      byteCount: row.count(6), lastStored: row.count(7), quota: Quota(in: row, from: 8))
  }

  func insertJournal(
    _ id: JournalID, genesis: EnvelopeID, quota: Quota
  ) throws -> StoredJournal {
    let start = RelayCursor.start
    try execute(
      """
      INSERT INTO journal (id, genesis, end_position, end_hash, last_control, byte_count,
        last_stored, max_bytes, max_envelopes, max_appends)
      VALUES (?, ?, 0, ?, 0, 0, 0, ?, ?, ?)
      """,
      [
        id.bytes.blob, genesis.bytes.blob, start.hash.blob, stored(quota.bytes),
        stored(quota.envelopes), stored(quota.appendsPerMinute),
      ])
    return StoredJournal(
      key: database.lastInsertedRowID, id: id, genesis: genesis, end: start, lastControl: 0,
      quota: quota)
  }

  func deleteJournal(_ journal: StoredJournal) throws {
    for table in ["session", "mailbox"] {
      try execute("DELETE FROM \(table) WHERE journal = ?", [journal.id.bytes.blob])
    }
    for table in ["tip", "envelope"] {
      try execute("DELETE FROM \(table) WHERE journal = ?", [journal.key])
    }
    try execute("DELETE FROM journal WHERE key = ?", [journal.key])
  }

  func setQuota(_ quota: Quota, of journal: StoredJournal) throws {
    try execute(
      "UPDATE journal SET max_bytes = ?, max_envelopes = ?, max_appends = ? WHERE key = ?",
      [
        stored(quota.bytes), stored(quota.envelopes), stored(quota.appendsPerMinute),
        journal.key,
      ])
  }
}
