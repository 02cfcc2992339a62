internal import AfterwitSealing

extension BackupFact {
  /// What a failure of reading means for the backup at a path.
  ///
  /// - Parameter isOnPaper: whether a recovery secret opens it.
  init(_ failure: BackupFailure, path: String, isOnPaper: Bool) {
    switch failure {
    case .notABackup: self = .file(.foreign(path: path))
    case .newer: self = .file(.newer(path: path))
    case .wrongSecret: self = isOnPaper ? .wrongPaper(path: path) : .wrongPassphrase(path: path)
    case .truncated: self = .truncated(path: path)
    case .damaged: self = .damaged(path: path)
    }
  }
}
