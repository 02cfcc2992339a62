internal import Glibc

// A person answers line by line, with all that a terminal offers to mend a line; one key goes back at
// once. A terminal can be told of one more character that ends a line, and it is that key, Escape. Keys
// such as the arrows send it too, with more behind it: then the terminal is asked what came, without
// waiting, and the key is left out; only the one that points up goes back as well.

/// Reads answers at the terminal.
struct AnswerReader {
  private static let escape: UInt8 = 0x1b
  /// How long the rest of what one key sends may take, in milliseconds.
  private static let moment: Int32 = 40

  /// What came.
  enum Answer: Hashable {
    /// A line; and whether more came with it, as when a text is pasted.
    case line(String, isFollowed: Bool)
    /// The key that goes back, and what was typed of the line before it.
    case back(String)
    /// The end of all answers: a key, a signal, or a terminal that is gone; and what was typed of a line.
    case end(String, signal: Int32?)
  }

  private let signals = InputWatch()
  private let line = UnfinishedLine()
  private let before: termios?

  /// Begins to read; the terminal is told of the key.
  init() {
    var state = termios()
    guard tcgetattr(STDIN_FILENO, &state) == 0 else {
      before = nil
      return
    }
    before = state
    withUnsafeMutableBytes(of: &state.c_cc) { $0[Int(VEOL)] = Self.escape }
    tcsetattr(STDIN_FILENO, TCSANOW, &state)
  }

  /// Leaves the terminal as it was.
  func end() {
    if var before { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
    line.end()
    signals.end()
  }

  /// The next answer.
  func next() -> Answer {
    var bytes: [UInt8] = []
    while true {
      if let signal = signals.next(before: STDIN_FILENO) {
        return .end(Self.text(bytes + Array(line.take())), signal: signal)
      }
      guard let chunk = StandardInput.chunk(), !chunk.isEmpty else {
        return .end(Self.text(bytes), signal: nil)
      }
      bytes += chunk
      if bytes.last == UInt8(ascii: "\n") {
        return .line(Self.text(bytes.dropLast()), isFollowed: Self.isMore)
      }
      guard bytes.last == Self.escape else { continue }
      bytes.removeLast()
      guard let typed = typed(by: rest()) else { return .back(Self.text(bytes)) }
      bytes += typed
      if bytes.last == UInt8(ascii: "\n") {
        return .line(Self.text(bytes.dropLast()), isFollowed: Self.isMore)
      }
    }
  }

  /// What came right behind the escape character, though its line is not ended.
  private func rest() -> [UInt8] {
    var state = termios()
    guard tcgetattr(STDIN_FILENO, &state) == 0 else { return [] }
    let lineByLine = state
    state.c_lflag &= ~tcflag_t(ICANON)
    withUnsafeMutableBytes(of: &state.c_cc) { characters in
      characters[Int(VMIN)] = 0
      characters[Int(VTIME)] = 0
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &state)
    defer {
      var state = lineByLine
      tcsetattr(STDIN_FILENO, TCSANOW, &state)
    }
    return Self.isMore ? Array(StandardInput.chunk() ?? []) : []
  }

  /// What is left of it as typed text; `nil` where the key goes back.
  private func typed(by rest: [UInt8]) -> [UInt8]? {
    guard let first = rest.first else { return nil }
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "O") else { return rest }
    // Parameters, then one byte that says which key it was (ECMA-48, 5.4).
    guard let end = rest.dropFirst().firstIndex(where: { 0x40...0x7e ~= $0 }) else { return [] }
    return rest[end] == UInt8(ascii: "A") ? nil : Array(rest[(end + 1)...])
  }

  /// Whether more came already.
  private static var isMore: Bool {
    var file = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&file, 1, moment) > 0 && file.revents & Int16(POLLIN) != 0
  }

  private static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }
}
