internal import Glibc

/// What comes through stdin; it is read only when the command line asks for it.
enum StandardInput {
  /// Everything, without one final newline; it must be valid UTF-8.
  static func text() throws(CommandFailure) -> String {
    guard let text = text(of: try bytes()) else {
      throw .usage(
        "What came through stdin is not UTF-8.",
        next: "Convert it first, for example: iconv -f latin1 -t utf-8")
    }
    return text
  }

  /// Everything, as the whole new text of a field.
  /// - Throws: a usage failure if nothing came, because a pipe that failed must not empty the
  ///   field.
  static func wholeText() throws(CommandFailure) -> String {
    let text = try text()
    guard !text.isEmpty else {
      throw .usage(
        "Nothing came through stdin.", next: "To empty the field on purpose: --text \"\"")
    }
    return text
  }

  /// Whether a person types it.
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// The next line, without its line break; `nil` at the end.
  static func line() -> String? { readLine(strippingNewline: true) }

  /// Whether a further line comes at once, as one does that was pasted together with the last.
  static var hasMore: Bool {
    var file = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&file, 1, 200) > 0
  }

  /// The text that UTF-8 bytes hold, without one final newline; `nil` if they are not UTF-8.
  static func text(of bytes: [UInt8]) -> String? {
    String(validating: bytes.last == 0x0a ? bytes[..<(bytes.count - 1)] : bytes[...], as: UTF8.self)
  }

  private static func bytes() throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw CommandFailure(
          .failed, "stdin cannot be read: \(String(cString: strerror(errno))).",
          safe: "Nothing was changed.", next: "Send the text again.")
      }
    }
  }
}
