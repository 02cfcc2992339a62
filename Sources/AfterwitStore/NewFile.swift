internal import Glibc

// A long file is written under another name beside its place, and gets its own name when it is whole
// and on the disk. A process that is killed leaves the other name behind; whoever writes a file of the
// same name later takes it away. Whether somebody still writes it is told by a lock, which the system
// releases with the process.

/// A new file of a person's, theirs alone: it is there whole, or not at all, and never in place of
/// another.
public final class NewFile: Sendable {
  /// The file's path.
  public let path: String
  private let part: String
  /// What no file of a person's begins with behind the name.
  private static let own = "afterwit-"
  private let descriptor: Int32

  /// Begins the file beside its place, where nothing is.
  ///
  /// - Parameter mark: what tells the files of several processes apart.
  public init(_ path: String, mark: String) throws(FileFailure) {
    var found = stat()
    guard lstat(path, &found) != 0 else {
      throw FileFailure(path, isMade: false, number: EEXIST)
    }
    Self.sweep(beside: path)
    part = "\(path).\(Self.own)\(mark).part"
    self.path = path
    var file: Int32 = -1
    repeat {
      if file >= 0 { close(file) }
      file = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard file >= 0 else {
        descriptor = file
        throw FileFailure(path, isMade: false)
      }
      flock(file, LOCK_EX)
      // Whoever tidies up may have taken it away before it was locked.
    } while !Self.isStill(file, at: part)
    descriptor = file
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Whether an open file is the one of this name.
  private static func isStill(_ file: Int32, at path: String) -> Bool {
    var (own, named) = (stat(), stat())
    return fstat(file, &own) == 0 && stat(path, &named) == 0 && own.st_ino == named.st_ino
      && own.st_dev == named.st_dev
  }

  /// Writes further bytes.
  public func append(_ bytes: [UInt8]) throws(FileFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { throw FileFailure(path, isMade: true) }
      rest = rest.dropFirst(max(count, 0))
    }
  }

  /// Makes all of it durable, and gives it its name, if nothing has got that meanwhile.
  public func finish() throws(FileFailure) {
    guard fsync(descriptor) == 0 else { throw FileFailure(path, isMade: true) }
    // A second name is given only where nothing is; some file systems have none, as on a stick.
    if link(part, path) == 0 {
      unlink(part)
    } else {
      guard errno != EEXIST, access(path, F_OK) != 0, rename(part, path) == 0 else {
        throw FileFailure(path, isMade: errno != EEXIST)
      }
    }
    // If the folder cannot be synced, the name is lost only if the power fails at once.
    _ = PrivateFile.syncFolder(of: path)
  }

  /// Takes away what was written.
  public func abandon() { unlink(part) }

  /// Takes away what processes have left that were killed over a file of this name.
  private static func sweep(beside path: String) {
    let name = path.split(separator: "/").last ?? ""
    let start = "\(name).\(own)"
    let folder = path.dropLast(name.count) + "."
    guard let stream = opendir(String(folder)) else { return }
    defer { closedir(stream) }
    while let next = readdir(stream) {
      let name = withUnsafePointer(to: &next.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(start), name.hasSuffix(".part") else { continue }
      let left = open("\(folder)/\(name)", O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
      guard left >= 0 else { continue }
      if flock(left, LOCK_EX | LOCK_NB) == 0 { unlink("\(folder)/\(name)") }
      close(left)
    }
  }
}
