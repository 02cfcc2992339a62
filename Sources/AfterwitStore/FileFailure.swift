internal import Glibc

/// Why a file could not be made or kept.
public struct FileFailure: Error, Hashable, Sendable {
  /// The file's path.
  public let path: String
  /// Whether the file had been made, and its bytes could not be kept.
  public let isMade: Bool
  private let number: Int32

  /// The failure of the system call just made, unless another error number is given.
  init(_ path: String, isMade: Bool, number: Int32 = errno) {
    self.path = path
    self.isMade = isMade
    self.number = number
  }

  /// Whether a file of this name exists already.
  public var isOfExistingFile: Bool { number == EEXIST }

  /// Whether the disk is full.
  public var isOfFullDisk: Bool { number == ENOSPC }

  /// The reason, in the system's words.
  public var reason: String { String(cString: strerror(number)) }
}
