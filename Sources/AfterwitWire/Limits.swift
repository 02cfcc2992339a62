/// Every bound on what crosses a process, in one place (Protocol/2-encoding, "Limits").
public enum Limits {
  /// The longest body of a change, in bytes.
  public static let body = 512 * 1024
  /// The longest payload of an envelope, in bytes: a body, its padding and its tag.
  public static let payload = 576 * 1024
  /// The longest page of envelopes, in bytes, each with its length.
  public static let page = 900 * 1024
  /// The longest request or answer, in bytes: a page and what surrounds it.
  public static let message = 1024 * 1024
  /// The most envelopes a page may hold.
  public static let pageCount = 4096
  /// The most members a journal may have, for whoever admits one.
  public static let members = 256
  /// The most logs of a journal that a reader takes; a fold takes everyone who was let in.
  public static let logs = 12_288
  /// The most control envelopes that one names as seen, for whoever writes it.
  public static let seen = 1024
  /// The most branches of one log that an admission closes.
  public static let closedBranches = 512
  /// The most epochs that a reader keeps.
  public static let readEpochs = 4096
  /// The most wrapped keys that a reader keeps.
  public static let readWrappedKeys = 65_536
  /// The most open tips of one device's log: a branch that ends in an admission is closed.
  public static let tips = 16
  /// The most tips that a reader takes: the open ones, and the closed ones.
  public static let readTips = tips + closedBranches
  /// The longest message left in a mailbox, in bytes.
  public static let mailboxMessage = 16 * 1024
  /// The most messages one mailbox holds.
  public static let mailboxCount = 16
  /// How long a mailbox stands, in seconds.
  public static let mailboxLifetime: UInt64 = 600
  /// How long a session's token is good for, in seconds.
  public static let sessionLifetime: UInt64 = 86_400
  /// How long a challenge may be answered, in seconds.
  public static let challengeLifetime: UInt64 = 60
  /// The longest address of a relay in an invite, in bytes.
  public static let relayAddress = 512
  /// The longest code of an operator, in bytes.
  public static let code = 64
}
