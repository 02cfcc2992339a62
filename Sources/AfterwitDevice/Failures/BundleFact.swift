/// Why a bundle was not made, or cannot be taken.
public enum BundleFact: Hashable, Sendable {
  /// There is something in its place already.
  case exists(path: String)
  /// It cannot be written; the reason in words.
  case notWritable(path: String, reason: String)
  /// The disk that it was to lie on is full.
  case full(path: String)
  /// It cannot be read; the reason in words.
  case notReadable(path: String, reason: String)
  /// The file is no bundle.
  case notABundle(path: String)
  /// A later version made it.
  case newer(path: String)
  /// It is of another journal.
  case otherJournal(path: String)
  /// The device that it is for is this one.
  case oneself

  var code: DeviceFailure.Code {
    switch self {
    case .exists, .notABundle, .newer, .otherJournal, .oneself: .usage
    case .notWritable, .full, .notReadable: .failed
    }
  }
}
