/// Numbered lists whose numbers an edit alters, as ranges of the text in which it is placed.
struct AlteredLists {
  /// The lists, each from its first line to its last.
  private(set) var lists: [Range<Int>] = []
  /// All their lines, with those that count as lines of them.
  private(set) var lines: Range<Int>

  fileprivate init?(_ found: [(list: Range<Int>, lines: Range<Int>)]) {
    guard let first = found.first else { return nil }
    lines = first.lines
    for (list, lines) in found where !lists.contains(list) {
      lists.append(list)
      self.lines =
        min(self.lines.lowerBound, lines.lowerBound)..<max(self.lines.upperBound, lines.upperBound)
    }
  }
}

extension ReviewZone {
  /// The numbered lists whose numbers a hunk alters in the version that is looked at.
  ///
  /// - Parameter place: where the hunk lies.
  func lists(alteredBy hunk: ZoneHunk, at place: ClosedRange<Int>) -> AlteredLists? {
    let mayRenumber = !place.isSingle || hunk.text.utf8.contains { 0x30...0x39 ~= $0 }
    // Without a digit it puts no label in either.
    guard mayRenumber else { return nil }
    let first = line(at: place.lowerBound)
    let putsIn = Numbering.isInLines(
      of: hunk.text, withFirst: first.lowerBound == place.lowerBound)
    let last = line(at: place.upperBound)
    var found: [(list: Range<Int>, lines: Range<Int>)] = []
    for line in [first, last] {
      guard let digits = digits(of: line), digits.lowerBound <= place.upperBound,
        place.lowerBound <= digits.upperBound
      else { continue }
      let list = list(around: line)
      let start = min(list.lowerBound, first.lowerBound)
      found.append((list, start..<max(list.upperBound, last.upperBound)))
    }
    for line in putsIn ? [first, lineBefore(first), lineBehind(first)].compactMap(\.self) : [] {
      guard digits(of: line) != nil else { continue }
      let list = list(around: line)
      found.append((list, list))
    }
    return AlteredLists(found)
  }

  /// The digits of the label of a line; `nil` where it has none.
  private func digits(of line: Range<Int>) -> Range<Int>? {
    Numbering.label(of: scalars(at: line)[...]).map { label in
      label.digits.lowerBound + line.lowerBound..<label.digits.upperBound + line.lowerBound
    }
  }

  /// The list that a line with a label is in.
  private func list(around line: Range<Int>) -> Range<Int> {
    var (start, end) = (line, line)
    while let before = lineBefore(start), digits(of: before) != nil { start = before }
    while let behind = lineBehind(end), digits(of: behind) != nil { end = behind }
    return start.lowerBound..<end.upperBound
  }

  /// The line that a position is in, without its line feed.
  private func line(at position: Int) -> Range<Int> {
    lineStart(of: position)..<lineEnd(of: position)
  }

  private func lineBefore(_ line: Range<Int>) -> Range<Int>? {
    line.lowerBound > 0 ? self.line(at: line.lowerBound - 1) : nil
  }

  private func lineBehind(_ line: Range<Int>) -> Range<Int>? {
    line.upperBound < length ? self.line(at: line.upperBound + 1) : nil
  }
}
