internal import Glibc

/// A file that is read from its beginning, a piece at a time.
public final class ReadFile: Sendable {
  /// The file's path.
  public let path: String
  /// How many bytes it had when it was opened.
  public let byteCount: Int
  private let descriptor: Int32

  /// Opens a file; a folder, a pipe or a device is none.
  public init(_ path: String) throws(FileFailure) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFailure(path, isMade: false) }
    self.path = path
    var found = stat()
    guard fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG else {
      byteCount = 0
      throw FileFailure(
        path, isMade: false, number: found.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    byteCount = Int(found.st_size)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The next bytes: so many, or fewer at the end.
  public func read(_ count: Int) throws(FileFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw FileFailure(path, isMade: true) }
      guard got > 0 else { break }
      filled += got
    }
    bytes.removeLast(count - filled)
    return bytes
  }

  /// Goes back to a place in it.
  public func go(to place: Int) throws(FileFailure) {
    guard lseek(descriptor, off_t(place), SEEK_SET) >= 0 else {
      throw FileFailure(path, isMade: true)
    }
  }
}
