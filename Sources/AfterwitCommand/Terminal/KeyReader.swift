internal import Glibc

// One key is an answer, so the terminal is told to hand over each key at once and to show none. What
// was typed before the question stood there is no answer to it, and is dropped.

/// Reads one key at the terminal.
enum KeyReader {
  private static let escape: UInt8 = 0x1b
  private static let endOfInput: UInt8 = 0x04
  /// How long the rest of what one key sends may take, in milliseconds.
  private static let moment: Int32 = 40

  /// A key.
  enum Key: Hashable {
    /// One that stands for a character.
    case character(Character)
    /// Escape, or the one for the end of all input.
    case leave
    /// A signal, or a terminal that is gone.
    case end(signal: Int32?)
    /// Any other: an arrow, half a character.
    case other
  }

  /// The next key; the terminal is left as it was.
  static func next() -> Key {
    let signals = InputWatch()
    defer { signals.end() }
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return .end(signal: nil) }
    var state = before
    state.c_lflag &= ~tcflag_t(ICANON | ECHO)
    withUnsafeMutableBytes(of: &state.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &state)
    defer { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
    if let signal = signals.next(before: STDIN_FILENO) { return .end(signal: signal) }
    guard var bytes = StandardInput.chunk().map(Array.init), !bytes.isEmpty else {
      return .end(signal: nil)
    }
    // The rest of one key may come a moment later than its first byte.
    if bytes == [escape], isMore { bytes += StandardInput.chunk() ?? [] }
    if bytes == [escape] || bytes[0] == endOfInput { return .leave }
    guard bytes[0] != escape, let text = String(validating: bytes, as: UTF8.self),
      let first = text.first
    else { return .other }
    return .character(first)
  }

  private static var isMore: Bool {
    var file = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&file, 1, moment) > 0 && file.revents & Int16(POLLIN) != 0
  }
}
