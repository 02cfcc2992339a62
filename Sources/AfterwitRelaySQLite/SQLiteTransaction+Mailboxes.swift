internal import AfterwitEncoding
internal import AfterwitRelay
internal import AfterwitWire
internal import GRDB

extension SQLiteTransaction {
  func mailbox(_ id: MailboxID) throws -> StoredMailbox? {
    let sql = "SELECT journal, expires FROM mailbox WHERE id = ?"
    guard let row = try row(sql, [id.bytes.blob]) else { return nil }
    guard let journal = JournalID(row.bytes(0)) else {
      throw StorageDamage("a mailbox")
    }
    return StoredMailbox(journal: journal, expires: row.count(1))
  }

  func mailboxCount(of journal: JournalID) throws -> Int {
    try row("SELECT count(*) FROM mailbox WHERE journal = ?", [journal.bytes.blob])
      .map { Int($0.count(0)) } ?? 0
  }

  func insertMailbox(_ id: MailboxID, _ mailbox: StoredMailbox) throws {
    try execute(
      "INSERT INTO mailbox (id, journal, expires) VALUES (?, ?, ?)",
      [id.bytes.blob, mailbox.journal.bytes.blob, stored(mailbox.expires)])
  }

  func deleteMailbox(_ id: MailboxID) throws {
    try execute("DELETE FROM mailbox WHERE id = ?", [id.bytes.blob])
  }

  func messages(of mailbox: MailboxID) throws -> [[UInt8]] {
    try rows("SELECT bytes FROM message WHERE mailbox = ? ORDER BY number", [mailbox.bytes.blob])
      .map { $0.bytes(0) }
  }

  func insertMessage(_ message: [UInt8], number: Int, in mailbox: MailboxID) throws {
    try execute(
      "INSERT INTO message (mailbox, number, bytes) VALUES (?, ?, ?)",
      [mailbox.bytes.blob, number, message.blob])
  }
}
