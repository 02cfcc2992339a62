/// How a text is dressed: for a terminal, or for a pipe.
struct Style: Hashable {
  /// What words are among others.
  enum Dress: Hashable {
    /// Nothing special.
    case plain
    /// What is looked for first.
    case bold
    /// What is only for orientation.
    case faint
    /// Words that are gone.
    case removed
    /// Words that are new.
    case added
  }

  /// Whether control characters are spelt out.
  let escapes: Bool
  /// Whether colour is used.
  let colours: Bool
  /// How many columns there are; `nil` where lines may be of any length.
  var width: Int?

  /// The style that suits stdout as it is now.
  static var standardOutput: Style {
    Style(escapes: Output.isTerminal, colours: Output.takesColour, width: Output.width)
  }

  /// The text as it may be shown.
  func plain(_ text: String) -> String { escapes ? Escaping.text(text) : text }
  /// The text on one line.
  func line(_ text: String) -> String { plain(Escaping.oneLine(text)) }
  /// The text on one line, cut where there are no more columns than these.
  func line(_ text: String, within width: Int?) -> String {
    let line = line(text)
    return width.map { line.cut(toColumns: $0) } ?? line
  }
  /// The text in bold.
  func bold(_ text: String) -> String { dressed(text, as: .bold) }
  /// The text in faint letters.
  func faint(_ text: String) -> String { dressed(text, as: .faint) }

  /// The text with the codes of its dress, where there are colours.
  func dressed(_ text: String, as dress: Dress) -> String {
    let code =
      switch dress {
      case .plain: ""
      case .bold: "1"
      case .faint: "2"
      case .removed: "9;31"
      case .added: "1;32"
      }
    guard colours, !text.isEmpty, !code.isEmpty else { return text }
    // A pager ends colours at the end of each line.
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "\u{1b}[\(code)m\($0)\u{1b}[0m" }.joined(separator: "\n")
  }
}
