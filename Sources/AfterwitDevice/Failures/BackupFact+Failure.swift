internal import AfterwitSealing
internal import AfterwitStore

extension BackupFact {
  /// What a failure of reading means for the backup at a path.
  ///
  /// - Parameter isOnPaper: whether a recovery secret opens it.
  init(_ failure: BackupFailure, path: String, isOnPaper: Bool) {
    switch failure {
    case .notABackup: self = .notABackup(path: path)
    case .newer: self = .newer(path: path)
    case .wrongSecret: self = isOnPaper ? .wrongPaper(path: path) : .wrongPassphrase(path: path)
    case .truncated: self = .truncated(path: path)
    case .damaged: self = .damaged(path: path)
    }
  }

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
}
