package import AfterwitEncoding
package import AfterwitWire

/// One transaction of a ``RelayStorage``: plain questions and plain writes, which decide nothing.
///
/// Hashes are SHA-256 and times are milliseconds since 1970. What is inserted must not be there yet:
/// a second journal, envelope, session or mailbox of one name throws.
package protocol RelayTransaction {
  // Journals and their envelopes.

  /// The journal of that id.
  func journal(_ id: JournalID) throws -> StoredJournal?
  /// All journals, by id.
  func journals() throws -> [StoredJournal]
  /// Makes a journal without envelopes.
  func insertJournal(
    _ id: JournalID, genesis: EnvelopeID, quota: Quota
  ) throws -> StoredJournal
  /// Takes a journal away with all that is held of it, its sessions and its mailboxes.
  func deleteJournal(_ journal: StoredJournal) throws
  /// Gives a journal another quota.
  func setQuota(_ quota: Quota, of journal: StoredJournal) throws
  /// Whether the envelope is held, in whatever journal.
  func holds(_ id: EnvelopeID) throws -> Bool
  /// The number in its log of a held envelope of that device.
  func number(of id: EnvelopeID, by device: DeviceID, in journal: StoredJournal) throws -> UInt64?
  /// Header and signature of the first held envelope of a device and number.
  func prefix(by device: DeviceID, number: UInt64, in journal: StoredJournal) throws -> [UInt8]?
  /// Puts an envelope at the end of the order, at the journal's `lastStored`, and gives the journal
  /// with its new end.
  func insert(_ envelope: Envelope, in journal: StoredJournal) throws -> StoredJournal
  /// The tips of every log: envelopes that no held envelope names as previous.
  func heads(of journal: StoredJournal) throws -> Heads
  /// Gives the bytes of each control envelope in the relay's order, one at a time.
  func controlEnvelopes(
    of journal: StoredJournal, each body: ([UInt8]) throws -> Void
  ) throws
  /// Gives each row of the relay's order as it is kept, one at a time.
  func envelopes(of journal: StoredJournal, each body: (StoredEnvelope) throws -> Void) throws
  /// The running hash after an envelope of the order, from position 1.
  func runningHash(at position: UInt64, in journal: StoredJournal) throws -> [UInt8]?
  /// The envelopes after a position, as many as the page takes.
  func order(after position: UInt64, of journal: StoredJournal, into page: inout PageFill) throws
  /// The envelopes of one log by number and id, both ends inclusive, as many as the page takes.
  func log(
    of device: DeviceID, numbers: ClosedRange<UInt64>, in journal: StoredJournal,
    into page: inout PageFill) throws

  /// Writes something that changes nothing, to find out whether anything can be written.
  func touch() throws

  // Codes, sessions and challenges.

  /// Keeps an operator's code as its hash, and what it gives to the journal that it brings.
  func insertCode(_ hash: [UInt8], expires: UInt64, quota: Quota) throws
  /// Whether a code is still good at `now`.
  func holdsCode(_ hash: [UInt8], now: UInt64) throws -> Bool
  /// Takes a code that is still good at `now` and gives its quota; `nil` when there is none.
  func consumeCode(_ hash: [UInt8], now: UInt64) throws -> Quota?
  /// Keeps a session under its token's hash, and of its device's sessions only the last `limit`.
  func insertSession(_ hash: [UInt8], _ session: StoredSession, limit: Int) throws
  /// The session of a token's hash, ended or not.
  func session(_ hash: [UInt8]) throws -> StoredSession?
  /// Ends all sessions of a device of a journal.
  func endSessions(of device: DeviceID, in journal: JournalID) throws
  /// Notes that a challenge is answered; `false` when it already was.
  func useChallenge(_ nonce: [UInt8], expires: UInt64) throws -> Bool
  /// Forgets codes, sessions, answered challenges and mailboxes that ended at `now` or before.
  func prune(now: UInt64) throws

  // Mailboxes.

  /// The mailbox of that id, closed by time or not.
  func mailbox(_ id: MailboxID) throws -> StoredMailbox?
  /// How many mailboxes of a journal stand.
  func mailboxCount(of journal: JournalID) throws -> Int
  /// Opens a mailbox.
  func insertMailbox(_ id: MailboxID, _ mailbox: StoredMailbox) throws
  /// Closes a mailbox and forgets its messages.
  func deleteMailbox(_ id: MailboxID) throws
  /// The messages of a mailbox in the order in which they were left.
  func messages(of mailbox: MailboxID) throws -> [[UInt8]]
  /// Leaves a message under its number in the mailbox, counted from 1.
  func insertMessage(_ message: [UInt8], number: Int, in mailbox: MailboxID) throws
}
