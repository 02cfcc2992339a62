internal import Glibc

// A page tells of a private journal, so its file is its owner's alone. One that overwrites another is
// written beside it and moved there when it is whole: whatever fails, what stood there stays.

/// A file for a page that a person asked for.
struct PageFile: Hashable {
  /// Where it is to lie.
  let path: String
  /// The option that names it.
  let option: String
  /// Whether the command can be told to overwrite what is there.
  var isReplaceable = true

  /// Writes the page.
  ///
  /// - Parameter replacing: whether a file that is there may be overwritten.
  func write(_ text: String, replacing: Bool) throws(CommandFailure) {
    try check(replacing: replacing)
    let place = replacing ? path + ".\(getpid()).part" : path
    let file = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw errno == EEXIST && !replacing ? existing : failure(errno) }
    var isDone = Output.send(text, to: file) && fsync(file) == 0
    if isDone, replacing { isDone = rename(place, path) == 0 }
    let number = errno
    close(file)
    guard isDone else {
      unlink(place)
      throw failure(number)
    }
  }

  private func check(replacing: Bool) throws(CommandFailure) {
    guard !path.isEmpty else { throw .usage("\(option) needs the name of a file.") }
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
      next: "Name another file" + (isReplaceable ? ", or add --replace to overwrite it." : "."))
  }

  private func failure(_ number: Int32) -> CommandFailure {
    CommandFailure(
      .failed, "“\(path)” cannot be written: \(String(cString: strerror(number))).",
      safe: "Nothing was changed.", next: "Name a file in a folder that you can write to.")
  }
}
