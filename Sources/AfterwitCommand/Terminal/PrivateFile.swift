internal import AfterwitDevice
internal import Glibc

/// A file that only its owner can read, made before the secret that it will hold exists.
///
/// Its space on the disk is reserved at once, so that a full disk cannot keep the secret from being
/// written later.
struct PrivateFile {
  /// The file's path.
  let path: String
  private let descriptor: Int32

  /// Makes the file, which must not exist.
  init(creating path: String) throws(DeviceFailure) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Self.failure(path) }
    guard fchmod(file, 0o600) == 0, posix_fallocate(file, 0, 4096) != ENOSPC else {
      let failure = Self.failure(path)
      close(file)
      unlink(path)
      throw failure
    }
    self.path = path
    descriptor = file
  }

  /// Writes the one line that the file holds, durably.
  func keep(_ line: String) throws(DeviceFailure) {
    let kept =
      ftruncate(descriptor, 0) == 0 && Output.send(line + "\n", to: descriptor)
      && fsync(descriptor) == 0
    let failure = Self.failure(path)
    close(descriptor)
    guard kept else { throw failure }
  }

  /// Removes the file.
  func discard() {
    close(descriptor)
    unlink(path)
  }

  private static func failure(_ path: String) -> DeviceFailure {
    errno == EEXIST
      ? .usage(
        "\(path) exists already, and a recovery secret never replaces a file.",
        next: "Name a new file with --recovery-file.")
      : DeviceFailure(
        .failed, "\(path) cannot be written: \(String(cString: strerror(errno))).",
        safe: "No journal was made.", next: "Name another file with --recovery-file.")
  }
}
