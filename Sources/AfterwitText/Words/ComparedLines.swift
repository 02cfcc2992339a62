// The last line of a text may end without a line feed. It is the same line when it is carried to
// another place and gets one, so lines are compared without what ends them.

/// What is not kept of the lines of a text.
enum ComparedLines {
  /// A line.
  struct Line: Sendable {
    /// Its tokens, without those that end it.
    var content: Range<Int>
    /// The place behind what ends it.
    var end: Int
    /// What stands for it; lines that are kept as each other have equal numbers.
    var number: Int

    /// Whether a line feed ends it.
    var hasFeed: Bool { content.upperBound < end }
  }

  /// What is not kept, in tokens, ascending and apart.
  ///
  /// - Parameter compare: what is not kept of two lists of numbers.
  static func replacements(
    _ old: [Line], _ new: [Line], compare: ([Int], [Int]) -> [Replacement]
  ) -> [Replacement] {
    let found = compare(old.map(\.number), new.map(\.number))
    var replacements = found.map {
      Replacement(old: tokens($0.old, of: old), new: tokens($0.new, of: new))
    }
    // Only the last line that is kept can have a line feed in one text alone.
    let tail = found.last.flatMap { $0.old.upperBound == old.count ? $0 : nil }
    let (one, other) = (
      (tail?.old.lowerBound ?? old.count) - 1, (tail?.new.lowerBound ?? new.count) - 1
    )
    guard one >= 0, other >= 0, old[one].hasFeed != new[other].hasFeed else { return replacements }
    if tail != nil { replacements.removeLast() }
    return replacements + [
      Replacement(
        old: old[one].content.upperBound..<(old.last?.end ?? 0),
        new: new[other].content.upperBound..<(new.last?.end ?? 0))
    ]
  }

  private static func tokens(_ range: Range<Int>, of lines: [Line]) -> Range<Int> {
    let start =
      range.lowerBound < lines.count
      ? lines[range.lowerBound].content.lowerBound : lines.last?.end ?? 0
    return start..<(range.isEmpty ? start : lines[range.upperBound - 1].end)
  }
}

/// Gives lines numbers, by their content and by what ends them.
struct LineNames<Token: Hashable> {
  private struct Name: Hashable {
    var content: ArraySlice<Token>
    var feed: ArraySlice<Token>
  }

  private var known: [Name: Int] = [:]

  /// Lines by their ranges; a last one without a line feed passes for one with that of the line
  /// before.
  ///
  /// - Parameter feed: how many tokens at the end of a line end it.
  mutating func lines(
    _ ranges: [Range<Int>], of tokens: [Token], usual: Token, feed: (Range<Int>) -> Int
  ) -> [ComparedLines.Line] {
    var before: ArraySlice<Token> = [usual]
    return ranges.map { range in
      let content = range.lowerBound..<range.upperBound - feed(range)
      if content.upperBound < range.upperBound {
        before = tokens[content.upperBound..<range.upperBound]
      }
      let name = Name(content: tokens[content], feed: before)
      let number = known[name] ?? known.count
      known[name] = number
      return ComparedLines.Line(content: content, end: range.upperBound, number: number)
    }
  }
}
