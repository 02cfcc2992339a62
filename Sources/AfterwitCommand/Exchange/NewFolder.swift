internal import Glibc

/// A folder of files that a person asked for: it is there whole, or not at all.
struct NewFolder {
  private let path: String
  private let part: String

  /// Makes it beside its place.
  init(_ path: String) throws(CommandFailure) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    part = path + ".\(getpid()).part"
    guard !path.isEmpty else { throw .usage("-o needs the name of a folder.") }
    var found = stat()
    guard lstat(path, &found) != 0 else {
      throw CommandFailure(
        .usage, "There is something at “\(path)” already.", safe: "It was not touched.",
        next: "Name a folder that is not there yet.")
    }
    guard mkdir(part, 0o700) == 0 else { throw failure(errno) }
  }

  /// Writes a file of it.
  func write(_ text: String, as name: String) throws(CommandFailure) {
    let file = open(part + "/" + name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(errno) }
    defer { close(file) }
    guard Output.send(text, to: file) else { throw failure(errno) }
  }

  /// Puts it in its place.
  func finish() throws(CommandFailure) {
    let folder = open(part, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
    guard rename(part, path) == 0 else { throw failure(errno) }
  }

  /// Takes away what was written.
  func abandon() {
    guard let stream = opendir(part) else { return }
    while let next = readdir(stream) {
      let name = withUnsafePointer(to: &next.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      unlink(part + "/" + name)
    }
    closedir(stream)
    rmdir(part)
  }

  private func failure(_ number: Int32) -> CommandFailure {
    CommandFailure(
      .failed, "“\(path)” cannot be written: \(String(cString: strerror(number))).",
      safe: "Nothing was changed.", next: "Name a folder in one that you can write to.")
  }
}
