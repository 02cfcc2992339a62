internal import Glibc

/// Lines of data that go out as they come; on a terminal, through a pager once they fill a screen.
struct PagedOutput {
  /// How much is gathered before it is written.
  private static let portion = 1 << 15

  private let pager: Pager?
  private let rows: Int
  private var running: Pager.Running?
  private var gathered = ""
  private var lines = 0

  /// Output without lines.
  ///
  /// - Parameter pager: through which lines go on a terminal; `nil` where none is wanted.
  init(pager: Pager?) {
    self.pager = Output.isTerminal ? pager : nil
    rows = Output.rows ?? .max
  }

  /// Puts out a line, which may hold line feeds.
  mutating func line(_ text: String) throws(CommandFailure) {
    gathered += text
    gathered += "\n"
    if pager != nil, running == nil {
      lines += 1 + text.utf8.count { $0 == UInt8(ascii: "\n") }
      guard lines >= rows else { return }
      running = pager?.start()
      lines = .min
    } else if gathered.utf8.count < Self.portion {
      return
    }
    try flush()
  }

  /// Puts out what is gathered, and waits for the pager.
  mutating func end() throws(CommandFailure) {
    try flush()
    try running?.finish()
  }

  private mutating func flush() throws(CommandFailure) {
    defer { gathered.removeAll(keepingCapacity: true) }
    guard let running else {
      if !gathered.isEmpty { Output.write(gathered) }
      return
    }
    guard Output.send(gathered, to: running.input) else {
      // Who leaves the pager has seen enough.
      try running.finish()
      exit(0)
    }
  }
}
