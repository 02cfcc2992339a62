internal import AfterwitEncoding

// A person decides about a sentence, so the region of a part is made of whole ones
// (Protocol/4-documents, "Sentences").

/// The sentences of a text.
struct Sentences: Sendable {
  /// A sentence, without the white space behind it.
  private(set) var sentences: [Range<Int>] = []

  /// Finds the sentences of lines whose first scalar has the position `start`.
  init(_ text: [Unicode.Scalar], startingAt start: Int = 0) {
    var first: Int?
    var last = 0
    func end(_ behind: Int) -> Range<Int>? {
      first.map { start + $0..<start + behind }
    }
    var place = ListMark.end(in: text[...])
    while place < text.count {
      let scalar = text[place]
      if scalar == "\n" {
        if let sentence = end(last) { sentences.append(sentence) }
        first = nil
        place = ListMark.end(in: text[(place + 1)...])
        continue
      } else if !scalar.isWhite {
        if first == nil { first = place }
        last = place + 1
      }
      guard Self.isTerminator(scalar) else {
        place += 1
        continue
      }
      var behind = place + 1
      while behind < text.count, Self.isTerminator(text[behind]) || Self.isCloser(text[behind]) {
        behind += 1
      }
      last = behind
      if behind == text.count || text[behind].isWhite
        || text[place..<behind].contains(where: Self.isWide)
      {
        if let sentence = end(behind) { sentences.append(sentence) }
        first = nil
      }
      place = behind
    }
    if let sentence = end(last) { sentences.append(sentence) }
  }

  /// A range, widened to the sentences that it is about: an end between two stays where it is.
  func widened(_ range: Range<Int>) -> Range<Int> {
    if range.isEmpty {
      let place = sentences.lastIndex(notBeyond: range.lowerBound, by: \.lowerBound)
      guard sentences.indices.contains(place) else { return range }
      let inside = sentences[place]
      return inside.lowerBound < range.lowerBound && range.lowerBound < inside.upperBound
        ? inside : range
    }
    let start = sentence(at: range.lowerBound)?.lowerBound ?? range.lowerBound
    let end = sentence(at: range.upperBound - 1)?.upperBound ?? range.upperBound
    return start..<end
  }

  /// Where the sentence begins in which a range begins, or inside of which an empty one lies.
  func start(of range: Range<Int>) -> Int? {
    guard range.isEmpty else { return sentence(at: range.lowerBound)?.lowerBound }
    let inside = widened(range)
    return inside.isEmpty ? nil : inside.lowerBound
  }

  /// Whether a sentence begins or ends at a position.
  func isEnd(_ position: Int) -> Bool {
    sentences.contains { $0.lowerBound == position || $0.upperBound == position }
  }

  /// The sentence that holds the scalar at a position, if it is not between two.
  private func sentence(at position: Int) -> Range<Int>? {
    guard !sentences.isEmpty else { return nil }
    let place = sentences.lastIndex(notBeyond: position, by: \.lowerBound)
    return sentences.indices.contains(place) && sentences[place].contains(position)
      ? sentences[place] : nil
  }

  /// Whether a sentence begins at a position of a text, behind another one in the line.
  static func beginsSentence(_ position: Int, in text: [Unicode.Scalar]) -> Bool {
    guard position < text.count, !text[position].isWhite else { return false }
    var place = position
    while place > 0, text[place - 1].isSpace { place -= 1 }
    let isParted = place < position
    while place > 0, isCloser(text[place - 1]) { place -= 1 }
    guard place > 0 else { return false }
    return isParted ? isTerminator(text[place - 1]) : isWide(text[place - 1])
  }

  /// Whether a scalar can end a sentence.
  static func isTerminator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "!", "?", "\u{2026}", "\u{61f}", "\u{6d4}", "\u{964}", "\u{965}": true
    default: isWide(scalar)
    }
  }

  /// Whether a scalar ends a sentence though no space follows.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{3002}", "\u{ff01}", "\u{ff1f}", "\u{ff61}": true
    default: false
    }
  }

  static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", ")", "]", "}", "\u{2019}", "\u{201d}", "\u{bb}", "\u{300d}", "\u{300f}",
      "\u{ff09}":
      true
    default: false
    }
  }
}
