/// The number with which a line of a list begins.
struct ReferenceLabel {
  /// Where its digits stand.
  let digits: Range<Int>
  let number: Int
  /// Where it ends, and the words of the line begin.
  let end: Int
}

extension ReferenceUnits {
  /// The label of a line of a text.
  func label(of line: Range<Int>, in text: [Unicode.Scalar]) -> ReferenceLabel? {
    let isSpace = { (scalar: Unicode.Scalar) in name(scalar) == "space" }
    let start = line.lowerBound + text[line].prefix(while: isSpace).count
    let digits = text[start..<line.upperBound].prefix { ("0"..."9").contains($0) }
    let sign = start + digits.count
    guard (1...3).contains(digits.count), sign < line.upperBound,
      text[sign] == "." || text[sign] == ")"
    else { return nil }
    let spaces = text[(sign + 1)..<line.upperBound].prefix(while: isSpace).count
    let number = digits.reduce(0) { $0 * 10 + Int($1.value - 48) }
    return spaces == 0
      ? nil : ReferenceLabel(digits: start..<sign, number: number, end: sign + 1 + spaces)
  }

  /// The labels of the lines that are not white, where each of them has one and they go up by one.
  func labels(of text: [Unicode.Scalar]) -> [ReferenceLabel]? {
    let lines = lines(of: text).filter { !text[$0].allSatisfy(isWhite) }
    let labels = lines.compactMap { label(of: $0, in: text) }
    let areInOrder = zip(labels, labels.dropFirst()).allSatisfy { $0.number + 1 == $1.number }
    return labels.count == lines.count && areInOrder ? labels : nil
  }

  /// A text whose lines are all white or have labels, without these.
  func unlabelled(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    lines(of: text).flatMap { line in
      text[line].allSatisfy(isWhite)
        ? text[line] : text[(label(of: line, in: text)?.end ?? line.lowerBound)..<line.upperBound]
    }
  }

  /// A text with labels like the first one of another text.
  func labelled(
    _ text: [Unicode.Scalar], like first: ReferenceLabel, of other: [Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    let start = other[..<first.digits.lowerBound].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let before = other[start..<first.digits.lowerBound]
    let behind = other[first.digits.upperBound..<first.end]
    var number = first.number
    return lines(of: text).flatMap { line -> [Unicode.Scalar] in
      if text[line].allSatisfy(isWhite) { return Array(text[line]) }
      number += 1
      return before + Array(String(number - 1).unicodeScalars) + behind + text[line]
    }
  }
}

extension PlacedText {
  /// The runs of lines that have labels, by number.
  var lists: [ClosedRange<Int>] {
    let labelled = lines.indices.filter { table.label(of: lines[$0], in: scalars) != nil }
    var found: [ClosedRange<Int>] = []
    for line in labelled {
      if let last = found.last, last.upperBound + 1 == line {
        found[found.count - 1] = last.lowerBound...line
      } else {
        found.append(line...line)
      }
    }
    return found
  }

  /// The lists whose numbers an edit alters, as runs of lines, each with the lines that then count
  /// as lines of it.
  func altered(by edit: PlacedEdit) -> [(list: ClosedRange<Int>, lines: ClosedRange<Int>)] {
    let lines = lines
    let line = { (place: Int) in lines.lastIndex { $0.lowerBound <= place } ?? 0 }
    let (first, last) = (line(edit.place.lowerBound), line(edit.place.upperBound))
    let beginsLine = lines[first].lowerBound == edit.place.lowerBound
    let putsLabel = table.lines(of: edit.text).dropFirst(beginsLine ? 0 : 1).contains {
      table.label(of: $0, in: edit.text) != nil
    }
    let mayRenumber =
      !edit.place.isEmpty || edit.text.contains { ("0"..."9").contains($0) }
    let renumbered = [first, last].filter { line in
      guard mayRenumber, let digits = table.label(of: lines[line], in: scalars)?.digits else {
        return false
      }
      return edit.place.lowerBound <= digits.upperBound
        && digits.lowerBound <= edit.place.upperBound
    }
    return lists.compactMap { list in
      if renumbered.contains(where: list.contains) {
        return (list, min(list.lowerBound, first)...max(list.upperBound, last))
      }
      let isNear = (list.lowerBound - 1...list.upperBound + 1).contains(first)
      return putsLabel && isNear ? (list, list) : nil
    }
  }
}
