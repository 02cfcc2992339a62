/// How a text is dressed: for a terminal, or for a pipe.
struct Style: Hashable {
  /// Whether control characters are spelt out.
  let escapes: Bool
  /// Whether colour is used.
  let colours: Bool

  /// The style that suits stdout as it is now.
  static var standardOutput: Style {
    Style(escapes: Output.isTerminal, colours: Output.takesColour)
  }

  /// The text as it may be shown.
  func plain(_ text: String) -> String { escapes ? Escaping.text(text) : text }
  /// The text on one line.
  func line(_ text: String) -> String { plain(Escaping.oneLine(text)) }
  /// The text in bold.
  func bold(_ text: String) -> String { dressed(text, "1") }
  /// The text in faint letters.
  func faint(_ text: String) -> String { dressed(text, "2") }

  /// The text marked as removed, line by line.
  func removed(_ text: String) -> String { marked(text, "9;31", "[-", "-]") }
  /// The text marked as added, line by line.
  func added(_ text: String) -> String { marked(text, "1;32", "{+", "+}") }

  private func marked(
    _ text: String, _ code: String, _ open: String, _ close: String
  ) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty ? "" : colours ? dressed(String(line), code) : open + line + close
    }.joined(separator: "\n")
  }

  private func dressed(_ text: String, _ code: String) -> String {
    colours && !text.isEmpty ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
  }
}
