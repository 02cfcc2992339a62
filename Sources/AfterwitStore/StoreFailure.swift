internal import GRDB

/// Why the store did not do what it was asked; nothing was changed then, but for one case.
public enum StoreFailure: Error, Hashable, Sendable {
  /// The home or a file in it cannot be made or written; the reason in words.
  case notWritable(String)
  /// The home or a file in it cannot be read; the reason in words.
  case notReadable(String)
  /// The file has a log without an index, and none can be made where nothing can be written.
  case unindexed
  /// Another file has taken the place of the one that is open, or it was written to while it was
  /// read where nothing can be written.
  case replaced
  /// Another process held the lock for longer than this one waits.
  case busy
  /// The disk is full.
  case full
  /// The file is not a store, or is damaged; the reason in words.
  case damaged(String)
  /// The file was written by a later version, whose schema has this number.
  case newerSchema(Int)
  /// The disk or the file system failed; the reason in words.
  case input(String)
  /// The disk failed twice, so a power cut may yet bring back the whole transaction; the reason in
  /// words.
  case inDoubt(String)

  /// The failure that an error of a read or a write means.
  public init(naming error: any Error) {
    if let failure = error as? StoreFailure {
      self = failure
      return
    }
    if let failure = error as? FileFailure {
      let words = "\(failure.path): \(failure.reason)"
      self = failure.isOfFullDisk ? .full : failure.isMade ? .input(words) : .notWritable(words)
      return
    }
    guard let error = error as? DatabaseError else {
      self = .input("\(error)")
      return
    }
    // The index of the write-ahead log is made when the file is opened, and there was no room for
    // it.
    guard error.extendedResultCode != .SQLITE_IOERR_SHMSIZE else {
      self = .full
      return
    }
    switch error.resultCode.primaryResultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_FULL: self = .full
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self = .notWritable(error.message ?? error.description)
    // If a constraint breaks, the tables contradict each other: nothing written to sound tables
    // breaks one.
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_CONSTRAINT:
      self = .damaged(error.message ?? error.description)
    default: self = .input(error.message ?? error.description)
    }
  }
}
