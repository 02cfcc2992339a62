internal import Glibc

// A page tells of a private journal, so its file is its owner's alone. It is written beside its place
// and moved there when it is whole: whatever fails, a file that stood there stays as it was.

/// A file for a page that a person asked for.
struct PageFile: Hashable {
  /// Where it is to lie.
  let path: String

  /// Writes the page.
  ///
  /// - Parameter replacing: whether a file that is there may be overwritten.
  func write(_ text: String, replacing: Bool) throws(CommandFailure) {
    try check(replacing: replacing)
    let draft = path + ".\(getpid()).part"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(errno) }
    let isWhole = Output.send(text, to: file) && fsync(file) == 0
    let number = errno
    close(file)
    guard isWhole else {
      unlink(draft)
      throw failure(number)
    }
    // A link is refused where something has come meanwhile; a rename is not.
    let isThere = replacing ? rename(draft, path) == 0 : link(draft, path) == 0
    let reason = errno
    unlink(draft)
    guard isThere else { throw reason == EEXIST ? existing : failure(reason) }
  }

  private func check(replacing: Bool) throws(CommandFailure) {
    guard !path.isEmpty else { throw .usage("--html needs the name of a file.") }
    var found = stat()
    guard lstat(path, &found) == 0 else { return }
    guard found.st_mode & S_IFMT != S_IFDIR else {
      throw .usage("“\(path)” is a folder.", next: "Name a file.")
    }
    guard replacing else { throw existing }
  }

  private var existing: CommandFailure {
    CommandFailure(
      .usage, "There is a file “\(path)” already.", safe: "It was not touched.",
      next: "Name another file, or add --replace to overwrite it.")
  }

  private func failure(_ number: Int32) -> CommandFailure {
    CommandFailure(
      .failed, "“\(path)” cannot be written: \(String(cString: strerror(number))).",
      safe: "Nothing was changed.", next: "Name a file in a folder that you can write to.")
  }
}
