public import AfterwitEncoding

/// What a backup holds.
public struct BackupReport: Hashable, Sendable {
  /// When it was made, in milliseconds since 1970.
  public let made: UInt64
  /// The journal.
  public let journal: JournalID
  /// The device that made it.
  public let device: DeviceID
  /// How many entries were shown then.
  public let entries: Int
  /// How many changes it holds.
  public let changes: Int
  /// How many envelopes: changes, and who is a member.
  public let envelopes: Int
  /// How many files of drafts it holds.
  public let draftFiles: Int
  /// How many drafts these are of.
  public let drafts: Int
  /// When the newest change was made, in milliseconds since 1970; `nil` if there is none.
  public let newest: UInt64?
  /// How many changes are under a key that the machine did not hold.
  public let sealed: Int
  /// How many bytes it has.
  public let byteCount: Int
  /// Whether a recovery secret opens it.
  public let isOnPaper: Bool
}
