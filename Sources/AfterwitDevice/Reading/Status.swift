public import AfterwitEncoding

/// What `status` tells.
public struct Status: Hashable, Sendable {
  /// The journal.
  public let journal: JournalID
  /// This device.
  public let device: DeviceID
  /// How many entries are shown.
  public let entries: Int
  /// How many parts of reviews are open.
  public let reviews: Int
  /// How many drafts were left by edits that did not end.
  public let drafts: Int
  /// How many envelopes the relay lacks, as far as this device knows.
  public let pending: Int
  /// Where the changes exist, as far as is known here.
  public let copies: Copies
  /// How many envelopes wait for a parent, a key or a member.
  public let waiting: Int
  /// How many epochs were announced whose keys this device has not been given.
  public let missingKeys: Int
  /// How many keys members lack that are held here, and get at the next exchange.
  public let owedKeys: Int
  /// How many revocations the relay lacks, as far as this device knows.
  public let untoldRevocations: Int
  /// Whether the journal holds what only a newer version may pass over, so that nothing is sent.
  public let needsNewerVersion: Bool
  /// How many changes of devices that were shut out are set aside.
  public let setAside: Int
  /// How many envelopes are kept without effect.
  public let quarantined: Int
  /// The relay's address; `nil` if none is set.
  public let relay: String?
  /// When the last exchange with it ended well, in milliseconds since 1970; `nil` if none did.
  public let relayAnswered: UInt64?
  /// The generation of the relay's storage that was last seen.
  public let generation: Generation?
  /// How the last exchange ended that nobody waited for; `nil` if there was none.
  public let automaticSync: AutomaticSyncResult?
  /// When the backup was made that this home was restored from, in milliseconds since 1970; `nil` if
  /// it is a device of the journal.
  public let restored: UInt64?
  /// When a backup was last made here, in milliseconds since 1970; `nil` if none was.
  public let backupMade: UInt64?
  /// When a backup of the journal was last checked here, in milliseconds since 1970.
  public let backupChecked: UInt64?
  /// The hash of what is shown.
  public let digest: [UInt8]
  /// Four words for the digest, which a person can compare across a room.
  public let digestWords: [String]
  /// The hash of what is held.
  public let held: [UInt8]
}
