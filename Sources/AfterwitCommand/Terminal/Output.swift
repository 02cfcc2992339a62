internal import Glibc

/// The two channels of a command: stdout for data, stderr for talk.
enum Output {
  /// Whether stdout is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether stderr is a terminal.
  static var talksToTerminal: Bool { isatty(STDERR_FILENO) == 1 }
  /// Whether stdout takes colour: as the person has chosen, else where it is a terminal.
  static var takesColour: Bool {
    switch Preferences.present.colours {
    case "always": true
    case "never": false
    default: isTerminal
    }
  }

  /// How many columns a line may take on the terminal that stdout writes to; `nil` where it is none.
  static var width: Int? { columns(of: STDOUT_FILENO) }
  /// How many columns a line may take on the terminal that stderr writes to; `nil` where it is none.
  static var talkWidth: Int? { columns(of: STDERR_FILENO) }

  /// How many rows the terminal has that stdout writes to; `nil` where it is none.
  static var rows: Int? { size(of: STDOUT_FILENO)?.rows }

  /// One fewer than it has, because terminals differ in where they stand after a full line.
  private static func columns(of file: Int32) -> Int? {
    size(of: file).map { max(1, $0.columns - 1) }
  }

  /// A terminal that does not tell its size is taken to be as large as most were.
  private static func size(of file: Int32) -> (columns: Int, rows: Int)? {
    guard isatty(file) == 1 else { return nil }
    var size = winsize()
    guard ioctl(file, UInt(TIOCGWINSZ), &size) == 0 else { return (80, 24) }
    return (
      size.ws_col > 0 ? Int(size.ws_col) : 80, size.ws_row > 0 ? Int(size.ws_row) : 24
    )
  }

  /// Writes a line of data.
  static func line(_ text: String) {
    write(text + "\n")
  }

  /// Writes several lines of data in one piece.
  static func lines(_ lines: [String]) {
    if !lines.isEmpty { write(lines.map { $0 + "\n" }.joined()) }
  }

  /// Writes data without buffering it.
  ///
  /// If the reader has closed the pipe, it has seen enough, and the process ends quietly.
  static func write(_ text: String) {
    guard !send(text, to: STDOUT_FILENO) else { return }
    if errno == EPIPE { exit(0) }
    report(
      CommandFailure(
        .failed, "The output cannot be written: \(String(cString: strerror(errno))).",
        safe: "What was saved is safe.", next: "Make room, or write elsewhere, and try again."))
    exit(1)
  }

  /// Writes a line for the person.
  static func talk(_ text: String) {
    _ = send((talksToTerminal ? Escaping.text(text) : text) + "\n", to: STDERR_FILENO)
  }

  /// Writes what stands before an answer, without an end of its line.
  static func ask(_ text: String) {
    _ = send(text, to: STDERR_FILENO)
  }

  /// Reports a failure in three lines.
  static func report(_ failure: CommandFailure) {
    for sentence in [
      failure.sentences.happened, failure.sentences.safe, failure.sentences.next,
    ] {
      talk(Escaping.oneLine(sentence))
    }
  }

  /// Writes all bytes of a text to a file; a failure leaves its reason in `errno`.
  static func send(_ text: String, to file: Int32) -> Bool {
    var text = text
    return text.withUTF8 { buffer in
      var rest = UnsafeRawBufferPointer(buffer)[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          return false
        }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }
}
