internal import Glibc

/// A file that holds a port, whole or not at all.
enum PortFile {
  /// Writes a file beside the path and renames it; `false` leaves the reason in `errno`.
  static func write(_ port: Int, to path: String) -> Bool {
    let temporary = "\(path).\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    let text = Array("\(port)\n".utf8)
    let isWritten = text.withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress, $0.count) == $0.count
    }
    close(descriptor)
    guard isWritten, rename(temporary, path) == 0 else {
      unlink(temporary)
      return false
    }
    return true
  }
}
