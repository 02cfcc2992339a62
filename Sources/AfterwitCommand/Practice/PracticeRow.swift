/// A line of a screen: when, what, and what to type.
struct PracticeRow: Hashable {
  /// The first column, short.
  let when: String
  /// What it is, in the person's words.
  let what: String
  /// The command that comes next; `nil` for none.
  let command: String?

  /// A line of given parts.
  init(_ when: String, _ what: String, _ command: String? = nil) {
    self.when = when
    self.what = what
    self.command = command
  }
}

/// Lines of a screen, aligned; on a narrow terminal each command has a line of its own.
struct PracticeRows {
  /// A terminal with fewer columns is narrow.
  private static let narrow = 64
  private static let indent = "  "
  private static let gap = 2
  /// What is shown of a text that would be cut further.
  private static let leastWords = 16

  /// How the lines are dressed.
  let style: Style

  /// Whether each command has a line of its own.
  var isNarrow: Bool { style.width.map { $0 < Self.narrow } ?? false }

  /// How many lines a row takes at most.
  var linesPerRow: Int { isNarrow ? 2 : 1 }

  /// The lines, in the order of the rows.
  func lines(_ rows: [PracticeRow]) -> [String] {
    let first = rows.map(\.when.columns).max() ?? 0
    let last = rows.compactMap(\.command?.columns).max() ?? 0
    let words = style.width.map { width in
      let taken = Self.indent.count + first + Self.gap
      return max(Self.leastWords, width - taken - (isNarrow || last == 0 ? 0 : Self.gap + last))
    }
    let widest = min(rows.map(\.what.columns).max() ?? 0, words ?? .max)
    return rows.flatMap { row -> [String] in
      let what = style.line(row.what, within: words)
      let head = Self.indent + style.faint(row.when.padded(to: first)) + space
      guard let command = row.command else { return [head + what] }
      guard isNarrow else {
        return [head + what.padded(to: widest) + space + command]
      }
      return [head + what, Self.indent + String(repeating: " ", count: first) + space + command]
    }
  }

  private var space: String { String(repeating: " ", count: Self.gap) }
}
