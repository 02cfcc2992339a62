internal import AfterwitStore

/// Why a file that carries a journal elsewhere cannot be made or read, whatever is in it.
public enum PortableFact: Hashable, Sendable {
  /// There is something in its place already.
  case exists(path: String)
  /// It cannot be written; the reason in words.
  case notWritable(path: String, reason: String)
  /// The disk that it was to lie on is full.
  case full(path: String)
  /// It cannot be read; the reason in words.
  case notReadable(path: String, reason: String)
  /// The file is another one.
  case foreign(path: String)
  /// A later version made it.
  case newer(path: String)

  /// What it means that a file cannot be written.
  init(writing failure: FileFailure) {
    if failure.isOfExistingFile {
      self = .exists(path: failure.path)
    } else if failure.isOfFullDisk {
      self = .full(path: failure.path)
    } else {
      self = .notWritable(path: failure.path, reason: failure.reason)
    }
  }

  var code: DeviceFailure.Code {
    switch self {
    case .exists, .foreign, .newer: .usage
    case .notWritable, .full, .notReadable: .failed
    }
  }
}
