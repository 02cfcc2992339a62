internal import Glibc

/// A line that is typed at the terminal and not shown.
enum HiddenLine {
  /// What came.
  enum Answer: Hashable {
    /// The line, without its end.
    case line(String)
    /// The end of all input, or a signal.
    case end(signal: Int32?)
  }

  /// Asks for it; the terminal is left as it was.
  static func ask(_ question: String) -> Answer {
    let signals = InputWatch()
    defer { signals.end() }
    var before = termios()
    let isTold = tcgetattr(STDIN_FILENO, &before) == 0
    var state = before
    state.c_lflag &= ~tcflag_t(ECHO)
    // What was typed before is no answer, and has been shown.
    if isTold { tcsetattr(STDIN_FILENO, TCSAFLUSH, &state) }
    defer {
      if isTold { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
      Output.ask("\n")
    }
    Output.ask(question)
    var bytes: [UInt8] = []
    while bytes.last != UInt8(ascii: "\n") {
      if let signal = signals.next(before: STDIN_FILENO) { return .end(signal: signal) }
      guard let chunk = StandardInput.chunk(), !chunk.isEmpty else {
        guard bytes.isEmpty else { break }
        return .end(signal: nil)
      }
      bytes += chunk
    }
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return .line(String(decoding: bytes, as: UTF8.self))
  }
}
