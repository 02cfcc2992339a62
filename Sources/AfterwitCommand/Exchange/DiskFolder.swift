internal import AfterwitExchange
internal import Glibc

/// A folder of the disk that is read: hidden files and folders are left out, and links are not
/// followed.
struct DiskFolder: SourceFolder {
  private static let fileLimit = 50_000
  private static let depthLimit = 32

  private let root: String
  let paths: [String]

  /// Looks through a folder.
  init(_ root: String) throws(SourceFailure) {
    self.root = root
    var paths: [String] = []
    try Self.gather(root, below: "", depth: 0, into: &paths)
    self.paths = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func bytes(of path: String) throws -> [UInt8] {
    try DiskFile(root + "/" + path).bytes(as: path, followsLink: false)
  }

  private static func gather(
    _ folder: String, below prefix: String, depth: Int, into paths: inout [String]
  ) throws(SourceFailure) {
    guard depth <= depthLimit else { throw .tooDeep(SourcePlace(prefix)) }
    guard let stream = opendir(folder) else {
      throw .unreadable(prefix.isEmpty ? folder : prefix, String(cString: strerror(errno)))
    }
    defer { closedir(stream) }
    while let next = readdir(stream) {
      let name = withUnsafePointer(to: &next.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      var found = stat()
      guard lstat(folder + "/" + name, &found) == 0 else { continue }
      switch found.st_mode & S_IFMT {
      case S_IFDIR:
        try gather(
          folder + "/" + name, below: prefix + name + "/", depth: depth + 1, into: &paths)
      case S_IFREG:
        paths.append(prefix + name)
        guard paths.count <= fileLimit else { throw .tooMany(folder, limit: fileLimit) }
      default: break
      }
    }
  }
}
