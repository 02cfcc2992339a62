/// Why a backup cannot be read.
public enum BackupFailure: Error, Hashable, Sendable {
  /// It does not begin as one.
  case notABackup
  /// A later version made it.
  case newer
  /// It is whole so far, and another passphrase or recovery secret opens it.
  case wrongSecret
  /// It ends before its end.
  case truncated
  /// It is not as it was written.
  case damaged
}
