/// Two paragraphs that share a line, as one.
struct ReferenceParagraphs {
  private struct Line {
    var scalars: [Unicode.Scalar]
    /// The line feeds before it.
    var feeds: Int
  }

  private(set) var words: [Unicode.Scalar] = []

  /// Merges two, the earlier side's first.
  init(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) {
    let (left, right) = (Self.lines(of: one), Self.lines(of: other))
    let most = (left.lines.dropFirst() + right.lines.dropFirst()).map(\.feeds).max() ?? 1
    let first = max(left.lines[0].feeds, right.lines[0].feeds)
    let own = { (lines: [Line], place: Int) in
      Line(scalars: lines[place].scalars, feeds: place == 0 ? max(most, 1) : lines[place].feeds)
    }
    var found: [Line] = []
    var (i, j) = (0, 0)
    let changes = ReferenceReading.changes(
      from: left.lines.map(\.scalars), to: right.lines.map(\.scalars))
    for change in changes + [
      (left.lines.count..<left.lines.count, right.lines.count..<right.lines.count)
    ] {
      while i < change.old.lowerBound {
        found.append(i > 0 || j == 0 ? own(left.lines, i) : own(right.lines, j))
        (i, j) = (i + 1, j + 1)
      }
      found += change.old.map { own(left.lines, $0) } + change.new.map { own(right.lines, $0) }
      (i, j) = (change.old.upperBound, change.new.upperBound)
    }
    found[0].feeds = first
    words = found.flatMap { [Unicode.Scalar](repeating: "\n", count: $0.feeds) + $0.scalars }
    words += [Unicode.Scalar](repeating: "\n", count: max(left.end, right.end))
  }

  /// The lines of a text that are not empty, and how many line feeds stand behind them.
  private static func lines(of text: [Unicode.Scalar]) -> (lines: [Line], end: Int) {
    var lines: [Line] = []
    var feeds = 0
    var isOpen = false
    for scalar in text {
      if scalar == "\n" {
        feeds += 1
        isOpen = false
      } else if isOpen {
        lines[lines.count - 1].scalars.append(scalar)
      } else {
        lines.append(Line(scalars: [scalar], feeds: feeds))
        (feeds, isOpen) = (0, true)
      }
    }
    return (lines, feeds)
  }
}

extension ReferenceUnits {
  /// Whether a line that is more than white space is in two texts.
  func shareLine(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    let lines = { (text: [Unicode.Scalar]) in
      Set(text.split(separator: "\n").map(Array.init).filter { !$0.allSatisfy(isWhite) })
    }
    return !lines(one).isDisjoint(with: lines(other))
  }
}
