extension ReferenceUnits {
  private static let strongEnds: [Unicode.Scalar] = ["。", "！", "？", "｡"]
  private static let weakEnds: [Unicode.Scalar] = [".", "!", "?", "…", "؟", "۔", "।", "॥"]
  private static let closing: [Unicode.Scalar] = [
    "\"", "'", ")", "]", "}", "’", "”", "»", "」", "』", "）",
  ]

  /// Whether a scalar is one of the signs that end a sentence.
  func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    Self.strongEnds.contains(scalar) || Self.weakEnds.contains(scalar)
  }

  /// The lines of a text, each with its line feed; what is behind the last one is a line too.
  func lines(of text: [Unicode.Scalar]) -> [Range<Int>] {
    let ends = text.indices.filter { text[$0] == "\n" }.map { $0 + 1 } + [text.count]
    return zip([0] + ends, ends).map { $0..<$1 }
  }

  /// The sentences of a text, in order.
  func sentences(of text: [Unicode.Scalar]) -> [Range<Int>] {
    lines(of: text).flatMap { line -> [Range<Int>] in
      var found: [Range<Int>] = []
      var start = line.lowerBound + listMark(of: Array(text[line]))
      while start < line.upperBound {
        if isWhite(text[start]) {
          start += 1
          continue
        }
        let end = start + lengthOfSentence(Array(text[start..<line.upperBound]))
        found.append(start..<end)
        start = end
      }
      return found
    }
  }

  /// The scalars of the sentence with which the rest of a line begins.
  private func lengthOfSentence(_ rest: [Unicode.Scalar]) -> Int {
    var place = 0
    while place < rest.count {
      guard endsSentence(rest[place]) else {
        place += 1
        continue
      }
      let first = place
      while place < rest.count, endsSentence(rest[place]) || Self.closing.contains(rest[place]) {
        place += 1
      }
      let isEnd = place == rest.count || isWhite(rest[place])
      if isEnd || rest[first..<place].contains(where: Self.strongEnds.contains) { return place }
    }
    return 1 + (rest.lastIndex { !isWhite($0) } ?? 0)
  }

  /// The scalars of the list mark with which a line begins; none where there is none.
  private func listMark(of line: [Unicode.Scalar]) -> Int {
    let isSpace = { (scalar: Unicode.Scalar) in name(scalar) == "space" }
    var rest = line.drop(while: isSpace)
    let number = rest.prefix { name($0) == "number" }
    if let first = rest.first, ["-", "*", "+", ">", "•"].contains(first) {
      rest = rest.dropFirst()
    } else if rest.first == "#" {
      rest = rest.drop { $0 == "#" }
    } else if (1...3).contains(number.count),
      rest.dropFirst(number.count).first == "."
        || rest.dropFirst(number.count).first == ")"
    {
      rest = rest.dropFirst(number.count + 1)
    } else {
      return 0
    }
    guard let next = rest.first, isSpace(next) else { return 0 }
    rest = rest.drop(while: isSpace)
    let box = rest.prefix(3)
    if box.count == 3, box.first == "[", box.last == "]", let behind = rest.dropFirst(3).first,
      isSpace(behind)
    {
      rest = rest.dropFirst(3).drop(while: isSpace)
    }
    return line.count - rest.count
  }

  /// Whether a sentence may begin behind some scalars, as they end another one.
  func beginsSentence(behind before: ArraySlice<Unicode.Scalar>) -> Bool {
    let spaces = before.reversed().prefix { name($0) == "space" }.count
    let signs = before.dropLast(spaces).reversed().drop(while: Self.closing.contains)
    guard let last = signs.first else { return false }
    return Self.strongEnds.contains(last) || Self.weakEnds.contains(last) && spaces > 0
  }
}
