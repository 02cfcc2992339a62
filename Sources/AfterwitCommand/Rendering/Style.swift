/// How a text is dressed: what a terminal gets, or what a pipe gets.
struct Style: Hashable {
  /// Whether controls are spelt out.
  let escapes: Bool
  /// Whether colour is used.
  let colours: Bool

  /// What stdout is now.
  static var standardOutput: Style {
    Style(escapes: Output.isTerminal, colours: Output.takesColour)
  }

  /// The text as it may be shown.
  func plain(_ text: String) -> String { escapes ? Escaping.text(text) : text }
  /// The text on one line.
  func line(_ text: String) -> String { plain(Escaping.oneLine(text)) }
  /// Standing out.
  func bold(_ text: String) -> String { dressed(text, "1") }
  /// Standing back.
  func faint(_ text: String) -> String { dressed(text, "2") }

  /// Words that are no longer there, each line by itself.
  func removed(_ text: String) -> String { marked(text, "9;31", "[-", "-]") }
  /// Words that have come, each line by itself.
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

extension String {
  /// How many columns of a terminal the text takes (after UAX #11; marks and joiners take none).
  var columns: Int {
    if isPrintableASCII { return utf8.count }
    return unicodeScalars.reduce(0) { columns, scalar in
      if scalar.isASCII { return columns + 1 }
      return switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: columns
      default: columns + (Self.isWide(scalar.value) ? 2 : 1)
      }
    }
  }

  /// The text followed by spaces up to so many columns.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
      0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1faff, 0x20000...0x3fffd:
      true
    default: false
    }
  }
}
