/// What is wrong with a home, or with a file that belongs to it.
public enum HomeFact: Hashable, Sendable {
  /// There is a journal in the folder already.
  case used(path: String)
  /// A journal is to begin where there is a file and no folder.
  case notAFolder(path: String)
  /// A journal is to begin in a folder that holds other things.
  case foreign(path: String)
  /// A journal is to begin in a folder that does not show what it holds.
  case unlisted(path: String)
  /// There is no journal in the folder yet, and one is to be opened.
  case notBegun(path: String)
  /// A join was confirmed in the folder, and it is not known yet whether it came to anything.
  case joining(path: String)
  /// There is no journal in the folder, and its file is to be looked at.
  case withoutJournal(path: String)
  /// A device's name is empty, or longer than the limit, in bytes.
  case nameLength(limit: Int)
  /// The device's own keys cannot be found in the database any more.
  case keysGone(database: String, home: String, intactEnvelopes: Int)
  /// Of all envelopes only some could be read again, so the journal was left as it was.
  case notReadAgain(envelopes: Int, read: Int)
  /// The file that is to hold the recovery secret exists already.
  case recoveryFileExists(path: String)
  /// The file that is to hold the recovery secret cannot be written; the reason in words.
  case recoveryFileNotWritable(path: String, reason: String)

  var code: DeviceFailure.Code {
    switch self {
    case .used, .notAFolder, .foreign, .unlisted, .notBegun, .joining, .withoutJournal, .nameLength,
      .recoveryFileExists:
      .usage
    case .keysGone: .authentication
    case .notReadAgain, .recoveryFileNotWritable: .failed
    }
  }
}
