internal import Glibc

/// A yes-or-no question to the person at the terminal.
struct Question {
  private let terminal: Int32?

  /// Takes `--yes` as the answer, or opens the terminal to ask at.
  ///
  /// - Throws: a usage failure if there is neither; `what` says what cannot be asked, and
  ///   `otherwise` when the answer may be given beforehand.
  init(
    yes: Bool, what: String = "There is no terminal to compare the four words at.",
    otherwise: String = "Add --yes where both screens are known to be yours."
  ) throws(CommandFailure) {
    guard !yes else {
      terminal = nil
      return
    }
    let file = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard file >= 0 else {
      throw .usage(what, next: otherwise)
    }
    terminal = file
  }

  /// Shows the four words and asks whether the other screen shows the same.
  func agrees(on words: [String]) -> Bool {
    let line = "    " + words.joined(separator: " ")
    Output.talk("The other screen must show these four words:")
    Output.talk(line)
    guard let terminal else { return true }
    if !Output.talksToTerminal { _ = Output.send(line + "\n", to: terminal) }
    return agrees(to: "Are they the same?")
  }

  /// Asks a question; only `y` or `yes` means yes.
  func agrees(to question: String) -> Bool {
    guard let terminal else { return true }
    _ = Output.send(question + " [y/N] ", to: terminal)
    var answer: [UInt8] = []
    var byte: UInt8 = 0
    while read(terminal, &byte, 1) == 1, byte != 0x0a { answer.append(byte) }
    return ["y", "yes"].contains(String(decoding: answer, as: UTF8.self).lowercased())
  }
}
