// In the spirit of UAX #14: a line ends at spaces and beside ideographs, but closing punctuation begins
// none and opening punctuation ends none, not even where a space stands between («so», not: so). What
// has no such place within the width is cut between two characters, never within one. Hangul is
// written with spaces, so its syllables count as letters; so do those of Thai, Lao and Khmer, which
// only a dictionary could part.

/// Lines that end between words, within the columns of a terminal.
struct LineWrapping {
  private let characters: [Character]
  private let kinds: [LineBreakKind]

  /// The wrapping of a text that has no line ends.
  init(_ characters: [Character]) {
    self.characters = characters
    kinds = characters.map(LineBreakKind.init)
  }

  /// What stands in each line, without the spaces at its end.
  ///
  /// Each line begins behind an indentation, which counts. Wherever a line ends is at least one
  /// character in it, however narrow it is.
  func lines(toColumns width: Int, indent: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var (start, end) = (0, 0)
    var place = indent
    for next in characters.indices {
      if next > start, mayBreak(before: next, in: start) { end = next }
      let following = place + characters[next].columns(after: place)
      if following > width, next > start, !kinds[next].isSpace {
        if end == start { end = next }
        found.append(trimmed(start..<end))
        start = end
        place = characters[start...next].reduce(indent) { $0 + $1.columns(after: $0) }
      } else {
        place = following
      }
    }
    return found + [trimmed(start..<characters.count)]
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    let end = line.last { !kinds[$0].isSpace }
    return line.lowerBound..<(end.map { $0 + 1 } ?? line.lowerBound)
  }

  /// Whether a line that begins at a place may end before another.
  private func mayBreak(before next: Int, in start: Int) -> Bool {
    let (left, right) = (kinds[next - 1], kinds[next])
    guard !right.isSpace else { return false }
    guard left.isSpace else { return LineBreakKind.mayBreak(between: left, and: right) }
    let before = (start..<next).reversed().drop { kinds[$0].isSpace }.prefix { !kinds[$0].isSpace }
    let after = (next..<characters.count).prefix { !kinds[$0].isSpace }
    return !before.allSatisfy { kinds[$0].isOpening } && !after.allSatisfy { kinds[$0].isClosing }
  }
}
