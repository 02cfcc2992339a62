internal import Glibc

/// Which file is at a path.
struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let number: UInt64

  /// The file at a path now; `nil` if there is none.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
  }
}

/// Which file is at a path, and when it was written last.
public struct FileState: Hashable, Sendable {
  private let file: FileIdentity?
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// The file at a path now.
  public init(of path: String) {
    var status = stat()
    file = FileIdentity(of: path)
    let isThere = stat(path, &status) == 0
    size = isThere ? Int64(status.st_size) : 0
    seconds = isThere ? status.st_mtim.tv_sec : 0
    nanoseconds = isThere ? status.st_mtim.tv_nsec : 0
  }
}
