/// Why a backup was not made, or cannot be read or restored.
public enum BackupFact: Hashable, Sendable {
  /// The file cannot be made or read.
  case file(PortableFact)
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
    case .file(let fact): fact.code
    case .shortPassphrase, .differentPassphrases, .otherJournal: .usage
    case .truncated, .damaged, .largeDraft: .failed
    case .wrongPassphrase, .wrongPaper, .noPaper: .authentication
    }
  }
}
