extension ReviewZone {
  /// The numbered list whose numbers a hunk alters, as a range of the version that is looked at.
  ///
  /// - Parameter place: where the hunk lies.
  func list(alteredBy hunk: ZoneHunk, at place: ClosedRange<Int>) -> Range<Int>? {
    let text = Array(hunk.text.unicodeScalars)
    let lines = Numbering.lines(of: text)
    let start = lineStart(of: place.lowerBound)
    let isAtLine = start == place.lowerBound
    let putsIn = lines.enumerated().contains { number, line in
      (number > 0 || isAtLine) && Numbering.label(of: line) != nil
    }
    guard putsIn || text.contains(where: { ("0"..."9").contains($0) }) || !place.isSingle else {
      return nil
    }
    var range = start..<lineEnd(of: place.upperBound)
    guard let own = labels(in: range) else { return putsIn ? neighbouringList(of: range) : nil }
    // What lies in the line in which it begins or the one in which it ends.
    let (first, last) = (lineEnd(of: place.lowerBound), lineStart(of: place.upperBound))
    guard
      putsIn
        || own.contains(where: {
          $0.lowerBound <= place.upperBound && place.lowerBound <= $0.upperBound
            && ($0.upperBound <= first || last <= $0.lowerBound)
        })
    else { return nil }
    range = extended(range)
    return range
  }

  /// The digits of the labels of some lines, or `nil` where none has one.
  private func labels(in range: Range<Int>) -> [Range<Int>]? {
    let text = scalars(at: range)
    let labels = Numbering.lines(of: text).compactMap { Numbering.label(of: $0)?.digits }
    return labels.isEmpty
      ? nil
      : labels.map { $0.lowerBound + range.lowerBound..<$0.upperBound + range.lowerBound }
  }

  /// Some lines with all lines beside them that have labels.
  private func extended(_ lines: Range<Int>) -> Range<Int> {
    var range = lines
    while range.lowerBound > 0 {
      let line = lineStart(of: range.lowerBound - 1)..<range.lowerBound - 1
      guard Numbering.label(of: scalars(at: line)[...]) != nil else { break }
      range = line.lowerBound..<range.upperBound
    }
    while range.upperBound < length {
      let line = range.upperBound + 1..<lineEnd(of: range.upperBound + 1)
      guard Numbering.label(of: scalars(at: line)[...]) != nil else { break }
      range = range.lowerBound..<line.upperBound
    }
    return range
  }

  /// The list that stands directly before or behind some lines that are none of it.
  private func neighbouringList(of lines: Range<Int>) -> Range<Int>? {
    let range = extended(lines)
    return range == lines ? nil : range
  }
}
