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

  /// The sentences of a text, in order.
  func sentences(of text: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < text.count {
      if isWhite(text[start]) {
        start += 1
        continue
      }
      let end = end(ofSentence: start, in: text)
      found.append(start..<end)
      start = end
    }
    return found
  }

  private func end(ofSentence start: Int, in text: [Unicode.Scalar]) -> Int {
    var place = start
    while place < text.count, text[place] != "\n" {
      guard endsSentence(text[place]) else {
        place += 1
        continue
      }
      let first = place
      while place < text.count, endsSentence(text[place]) || Self.closing.contains(text[place]) {
        place += 1
      }
      if place == text.count || isWhite(text[place])
        || text[first..<place].contains(where: Self.strongEnds.contains)
      {
        return place
      }
    }
    while isWhite(text[place - 1]) { place -= 1 }
    return place
  }
}
