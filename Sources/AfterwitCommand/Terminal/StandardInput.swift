internal import Glibc

/// What came through stdin; it is read only when the command line asks for it.
///
/// A person may have typed it, and then it is nowhere else: whatever ends the reading, what has come
/// until then is here.
struct StandardInput: Hashable {
  /// Why the reading ended.
  enum End: Hashable {
    /// There is no more.
    case complete
    /// A signal has arrived: the interrupt key, or a terminal that was closed.
    case interrupted(signal: Int32)
    /// The system could not read on; the reason in words.
    case failed(String)
  }

  /// All that came.
  let bytes: [UInt8]
  /// Why no more came.
  let end: End

  /// Whether anything but white space has come.
  var holdsWords: Bool { bytes.contains { !(0x09...0x0d ~= $0 || $0 == 0x20) } }

  /// Everything, without the end of its last line; it must be complete and valid UTF-8.
  func text() throws -> String {
    switch end {
    case .complete: break
    case .interrupted(let signal):
      throw Interrupted(signal: signal, failure: holdsWords ? Self.interrupted : nil)
    case .failed(let reason):
      throw CommandFailure(
        .failed, "stdin cannot be read: \(reason).", safe: "Nothing was changed.",
        next: "Send the text again.")
    }
    guard let text = Self.text(of: bytes) else {
      throw CommandFailure.usage(
        "What came through stdin is not UTF-8.",
        next: "Convert it first, for example: iconv -f latin1 -t utf-8")
    }
    return text
  }

  /// Everything, as the whole new text of a field.
  /// - Throws: a usage failure if nothing came, because a pipe that failed must not empty the
  ///   field.
  func wholeText() throws -> String {
    let text = try text()
    guard !text.isEmpty else {
      throw CommandFailure.usage(
        "Nothing came through stdin.", next: "To empty the field on purpose: --text \"\"")
    }
    return text
  }

  private static let interrupted = CommandFailure(
    .failed, "The command was interrupted while the text was coming.",
    safe: "Nothing was changed.", next: "Repeat the command.")

  /// Whether a person types it.
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Whether it is a file, or comes from another command, so that there may be a text in it.
  static var isSent: Bool {
    var information = stat()
    guard fstat(STDIN_FILENO, &information) == 0 else { return false }
    return [S_IFIFO, S_IFREG, S_IFSOCK].contains(information.st_mode & S_IFMT)
  }

  /// The next line, without its line break; `nil` at the end.
  static func line() -> String? { readLine(strippingNewline: true) }

  /// Whether a further line comes at once, as one does that was pasted together with the last.
  static var hasMore: Bool {
    var file = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&file, 1, 200) > 0
  }

  /// The text that UTF-8 bytes hold, without one final line end; `nil` if they are not UTF-8.
  static func text(of bytes: [UInt8]) -> String? {
    var bytes = bytes[...]
    if bytes.last == 0x0a {
      bytes.removeLast()
      if bytes.last == 0x0d { bytes.removeLast() }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
