/// What the store did not do; nothing was changed then, but for one case.
public enum StorageFact: Hashable, Sendable {
  /// The home or a file in it cannot be made or written; the reason in words.
  case notWritable(String)
  /// The home or a file in it cannot be read; the reason in words.
  case notReadable(String)
  /// The file was not closed well, and where nothing can be written it cannot be read like that.
  case unindexed
  /// Another file has taken the place of the one that is open, or it was written to while it was
  /// read where nothing can be written.
  case replaced
  /// Another process has held the lock for too long.
  case busy
  /// The disk is full.
  case full
  /// The file is not a journal's, or is damaged; the reason in words.
  case damaged(String)
  /// The file was written by a later version, whose schema has this number.
  case newerSchema(Int)
  /// The disk or the file system failed; the reason in words.
  case input(String)
  /// The disk did not say whether the transaction is saved; it is there whole, or not at all. The
  /// reason in words.
  case inDoubt(String)

  var code: DeviceFailure.Code {
    switch self {
    case .busy: .busy
    case .notWritable, .notReadable, .unindexed, .replaced, .full, .damaged, .newerSchema, .input,
      .inDoubt:
      .failed
    }
  }
}
