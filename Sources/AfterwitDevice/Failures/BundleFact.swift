/// Why a bundle was not made, or cannot be taken.
public enum BundleFact: Hashable, Sendable {
  /// The file cannot be made or read.
  case file(PortableFact)
  /// It is of another journal.
  case otherJournal(path: String)
  /// The device that it is for is this one.
  case oneself

  var code: DeviceFailure.Code {
    switch self {
    case .file(let fact): fact.code
    case .otherJournal, .oneself: .usage
    }
  }
}
