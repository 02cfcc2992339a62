internal import Glibc

// A terminal hands over whole lines, and throws the one that is being typed away when the interrupt
// key is pressed. Many a text is one long line. So the terminal is told to keep it; and once it no
// longer works line by line, what was typed of the line can be read.

/// The line that is being typed at the terminal and was not ended yet.
struct UnfinishedLine {
  private let before: termios?

  /// Tells the terminal, if stdin is one, to keep the line when the interrupt key is pressed.
  init() {
    var state = termios()
    guard tcgetattr(STDIN_FILENO, &state) == 0 else {
      before = nil
      return
    }
    before = state
    state.c_lflag |= tcflag_t(NOFLSH)
    tcsetattr(STDIN_FILENO, TCSANOW, &state)
  }

  /// What was typed of the line until now.
  func take() -> ArraySlice<UInt8> {
    guard var state = before else { return [] }
    state.c_lflag &= ~tcflag_t(ICANON)
    withUnsafeMutableBytes(of: &state.c_cc) { characters in
      // A read gives what there is, and waits for nothing.
      characters[Int(VMIN)] = 0
      characters[Int(VTIME)] = 0
    }
    guard tcsetattr(STDIN_FILENO, TCSANOW, &state) == 0 else { return [] }
    return StandardInput.chunk() ?? []
  }

  /// Leaves the terminal as it was.
  func end() {
    guard var state = before else { return }
    tcsetattr(STDIN_FILENO, TCSANOW, &state)
  }
}
