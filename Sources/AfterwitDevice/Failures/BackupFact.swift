/// Why a backup was not made, or cannot be read or restored.
public enum BackupFact: Hashable, Sendable {
  /// There is something in its place already.
  case exists(path: String)
  /// It cannot be written; the reason in words.
  case notWritable(path: String, reason: String)
  /// The disk that it was to lie on is full.
  case full(path: String)
  /// It cannot be read; the reason in words.
  case notReadable(path: String, reason: String)
  /// The file is no backup.
  case notABackup(path: String)
  /// A later version made it.
  case newer(path: String)
  /// Another passphrase opens it.
  case wrongPassphrase(path: String)
  /// Another journal's recovery secret opens it.
  case wrongPaper(path: String)
  /// It ends before its end.
  case truncated(path: String)
  /// It is not as it was written.
  case damaged(path: String)
  /// A passphrase is too short, in characters.
  case shortPassphrase(least: Int)
  /// What was typed the second time is not what was typed the first time.
  case differentPassphrases
  /// The journal has no recovery secret that opens anything.
  case noPaper
  /// A machine that was restored is to become a device of another journal.
  case otherJournal
  /// The file of a draft is too large to be kept, in bytes.
  case largeDraft(path: String, limit: Int)

  var code: DeviceFailure.Code {
    switch self {
    case .exists, .notABackup, .newer, .shortPassphrase, .differentPassphrases, .otherJournal:
      .usage
    case .notWritable, .full, .notReadable, .truncated, .damaged, .largeDraft: .failed
    case .wrongPassphrase, .wrongPaper, .noPaper: .authentication
    }
  }
}
