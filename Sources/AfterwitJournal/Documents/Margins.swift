// A document shows a text without the blank lines at its ends, and with the line ends of this system.
// What a person makes of it gets both back: a text that ended in a line feed still does.

/// What a document leaves out of a text.
struct Margins {
  private let before: String
  private let after: String
  private let end: LineEnd?

  /// The margins of a text of several lines.
  init(ofLines text: String) {
    end = LineEnd(ofAll: text)
    let lines = Self.plain(text)
    let blanks = lines.prefix(while: DocumentLine.isBlank).count
    guard blanks < lines.count else {
      (before, after) = ("", "")
      return
    }
    let ends = lines.reversed().prefix(while: DocumentLine.isBlank)
    before = lines[..<blanks].map { $0 + "\n" }.joined()
    after = ends.reversed().map { "\n" + $0 }.joined()
  }

  /// The margins of the words of an item: all white space at their ends.
  init(ofWords text: String) {
    end = LineEnd(ofAll: text)
    let scalars = text.unicodeScalars
    let blanks = scalars.prefix(while: \.properties.isWhitespace)
    guard blanks.endIndex < scalars.endIndex else {
      (before, after) = ("", "")
      return
    }
    let core = Substring(text).trimmed
    before = String(Substring(blanks))
    after = String(text[core.endIndex...])
  }

  /// The lines of a text, without the carriage returns where all its lines end in one.
  static func plain(_ text: String) -> [String] {
    let isForeign = LineEnd(ofAll: text) == .carriageReturnAndLineFeed
    return DocumentLine.all(of: isForeign ? LineEnd.lineFeed.replacingEnds(of: text) : text)
  }

  /// The text whose lines a person has written; an empty one has no margins.
  func around(_ lines: [String]) -> String {
    guard lines.contains(where: { !DocumentLine.isBlank($0) }) else { return "" }
    let text = before + lines.joined(separator: "\n") + after
    return end?.replacingEnds(of: text) ?? text
  }
}
