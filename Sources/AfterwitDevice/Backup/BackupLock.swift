internal import AfterwitSealing

/// What opens a backup.
public enum BackupLock: Hashable, Sendable {
  /// The fewest characters of a passphrase for a new backup.
  public static let leastLength = 8

  /// A passphrase.
  case passphrase(String)
  /// The journal's recovery secret, which is not needed when a backup is made.
  case paper
}

/// What a person gives to open a backup.
public enum BackupSecret: Hashable, Sendable {
  /// A passphrase.
  case passphrase(String)
  /// The recovery secret as it was written down.
  case paper(String)
}
