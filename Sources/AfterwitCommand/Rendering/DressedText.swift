internal import AfterwitText

// A difference of spaces or line breaks is as much of one as any, so it is made visible: a line break
// that was put in or taken out is a sign, and so is a space that nothing else would show. Without
// colours, brackets stand around what differs, line by line.

/// Words of several dresses, laid out in lines that end between words.
struct DressedText {
  private struct Cell {
    let character: Character
    let dress: Style.Dress
  }

  private let style: Style
  private var lines: [[Cell]] = [[]]

  /// A text without words.
  init(_ style: Style) { self.style = style }

  /// A text of one dress.
  init(_ text: String, _ dress: Style.Dress = .plain, in style: Style) {
    self.init(style)
    append(text, dress)
  }

  /// Whether it has no words, and no lines.
  var isEmpty: Bool { lines.count == 1 && lines[0].isEmpty }

  /// Appends words, whose line feeds begin new lines.
  mutating func append(_ text: String, _ dress: Style.Dress = .plain) {
    for character in style.plain(text) {
      if character == "\n" || character == "\r\n" {
        if character == "\r\n", !style.escapes {
          lines[lines.count - 1].append(Cell(character: "\r", dress: .plain))
        }
        lines.append([])
      } else {
        lines[lines.count - 1].append(Cell(character: character, dress: dress))
      }
    }
  }

  /// Appends what two versions have in common, and marks what differs.
  mutating func append(_ comparison: TextComparison) {
    for run in comparison.runs {
      switch run {
      case .same(let words): append(words)
      case .changed(let old, let new):
        if !old.isEmpty { mark(old, .removed, breaks: false) }
        if !old.isEmpty, !new.isEmpty { append(" ") }
        if !new.isEmpty { mark(new, .added, breaks: true) }
      }
    }
  }

  /// Appends words that differ; they begin new lines only if they stand in the text.
  private mutating func mark(_ text: String, _ dress: Style.Dress, breaks: Bool) {
    let pieces = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let lines = pieces.enumerated().map { place, line in
      (Self.shown(String(line), style) + (place + 1 < pieces.count ? "↵" : ""))
    }
    for (place, line) in (breaks ? lines : [lines.joined()]).enumerated() {
      if place > 0 { self.lines.append([]) }
      guard !line.isEmpty else { continue }
      let brackets = dress == .removed ? ("[-", "-]") : ("{+", "+}")
      append(style.colours ? line : brackets.0 + line + brackets.1, dress)
    }
  }

  /// A line as it is shown where it differs: in colour, a space alone would not be seen.
  private static func shown(_ line: String, _ style: Style) -> String {
    guard style.colours, line.allSatisfy(\.isWhitespace) else { return line }
    return String(line.map { $0 == "\t" ? "⇥" : "␣" })
  }

  /// The lines, each behind an indentation.
  func text(indent: Int = 0) -> String {
    let space = String(repeating: " ", count: indent)
    return lines.flatMap { wrapped($0, indent: indent) }
      .map { $0.isEmpty ? "" : space + dressed($0) }.joined(separator: "\n")
  }

  private func dressed(_ line: ArraySlice<Cell>) -> String {
    var text = ""
    var rest = line
    while let first = rest.first {
      let run = rest.prefix { $0.dress == first.dress }
      text += style.dressed(String(run.map(\.character)), as: first.dress)
      rest = rest.dropFirst(run.count)
    }
    return text
  }

  /// A line in as many as it needs.
  private func wrapped(_ line: [Cell], indent: Int) -> [ArraySlice<Cell>] {
    guard let width = style.width else { return [line[...]] }
    return LineWrapping(line.map(\.character)).lines(toColumns: width, indent: indent)
      .map { line[$0] }
  }
}
