internal import AfterwitExchange
internal import Glibc

/// A file that is read whole.
struct DiskFile {
  /// The longest file that is read.
  static let limit = 64 << 20

  private let path: String

  /// The file at a path.
  init(_ path: String) {
    self.path = path
  }

  /// All its bytes.
  ///
  /// - Parameters:
  ///   - name: what it is called where it cannot be read.
  ///   - followsLink: whether the path may be a link.
  func bytes(
    as name: String, limit: Int = Self.limit, followsLink: Bool = true
  ) throws(SourceFailure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLink ? 0 : O_NOFOLLOW))
    guard file >= 0 else { throw .unreadable(name, String(cString: strerror(errno))) }
    defer { close(file) }
    var found = stat()
    guard fstat(file, &found) == 0, found.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(name, "it is no file")
    }
    guard found.st_size <= limit else { throw .tooLarge(name, limit: limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(found.st_size) + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable(name, String(cString: strerror(errno))) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= limit else { throw .tooLarge(name, limit: limit) }
    }
  }
}
