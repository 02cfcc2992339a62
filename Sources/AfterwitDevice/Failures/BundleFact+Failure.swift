internal import AfterwitStore

extension BundleFact {
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
