internal import Glibc

/// A new file that only its owner can read, and that is on the disk once it is kept.
public final class PrivateFile: Sendable {
  /// The file's path.
  public let path: String
  private let descriptor: Int32

  /// Makes the file, which must not exist.
  public init(creating path: String) throws(FileFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFailure(path, isMade: false) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Takes room on the disk, so that as many bytes can be kept later.
  public func reserve(_ count: Int) throws(FileFailure) {
    // A file system that cannot do so says so; only one that has no room is a reason to stop.
    guard posix_fallocate(descriptor, 0, count) != ENOSPC else {
      throw FileFailure(path, isMade: true, number: ENOSPC)
    }
  }

  /// Writes all bytes of the file, and makes them durable.
  public func keep(_ bytes: [UInt8]) throws(FileFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { throw FileFailure(path, isMade: true) }
      rest = rest.dropFirst(max(count, 0))
    }
    guard ftruncate(descriptor, bytes.count) == 0 else { throw FileFailure(path, isMade: true) }
    try keep()
  }

  /// Makes durable what others have written into the file.
  public func keep() throws(FileFailure) {
    guard fsync(descriptor) == 0 else { throw FileFailure(path, isMade: true) }
  }

  /// Takes the file away.
  public func discard() {
    unlink(path)
  }

  /// Makes a file of some bytes, durably; nothing is left of it otherwise.
  public static func make(_ path: String, of bytes: [UInt8]) throws(FileFailure) {
    let file = try PrivateFile(creating: path)
    do throws(FileFailure) {
      try file.keep(bytes)
    } catch {
      file.discard()
      throw error
    }
  }

  /// Adds bytes to the end of a file, which is made if it is not there; they are not durable yet.
  public static func append(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFailure(path, isMade: false) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { throw FileFailure(path, isMade: true) }
      rest = rest.dropFirst(max(count, 0))
    }
  }

  /// Makes a file durable that others have written.
  public static func sync(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }

  /// Gives a file other bytes, durably; whatever happens, it holds the one or the other.
  public static func replace(_ path: String, by bytes: [UInt8]) throws(FileFailure) {
    let unnamed = path + ".new"
    unlink(unnamed)
    try make(unnamed, of: bytes)
    guard rename(unnamed, path) == 0 else {
      let failure = FileFailure(path, isMade: true)
      unlink(unnamed)
      throw failure
    }
    // If the folder cannot be synced, the old bytes are there only if the power fails at once.
    _ = syncFolder(of: path)
  }

  /// Makes the names in a file's folder durable; tells whether the disk did.
  public static func syncFolder(of file: String) -> Bool {
    let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }
}
