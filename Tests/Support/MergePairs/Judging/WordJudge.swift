// What nobody wrote. A text is cut at white space and long dashes, and what surrounds a word is
// taken off; then each piece must be one that stands in some text that a machine saved, or that both
// began with. Where a script leaves no spaces the piece must be made wholly of such words. It is
// judged by the letters alone, so that any engine can be.

/// Judges the words of what an engine made of a pair.
struct WordJudge {
  private let pair: MergePair
  private let written: Set<String>
  private let words: [[Character]]

  /// A judge of a pair's words.
  init(_ pair: MergePair) {
    self.pair = pair
    written = Set((pair.base + pair.mine + pair.theirs).flatMap(Self.pieces))
    // A piece has lost the signs at its ends, so its last word has too.
    words =
      pair.isUnspaced
      ? (pair.words.union(pair.words.flatMap(Self.pieces))).map(Array.init) : []
  }

  /// The words and values of a text that nobody wrote.
  func invented(in text: String) -> [String] {
    let pieces = Self.pieces(of: text).filter { !isWritten($0) }
    return pieces + pair.mixtures.filter { Self.holds(text, $0) }
  }

  /// Whether a word is made of what the one wrote and of what the other wrote.
  func isInterleaved(_ word: String) -> Bool {
    let known = Set(pair.base.flatMap(Self.pieces))
    let own = [pair.mine, pair.theirs].map { saves in
      Set(saves.flatMap(Self.pieces)).subtracting(known)
    }
    let holds = { (side: Int, part: Substring) in own[side].contains { $0.contains(part) } }
    return word.indices.dropFirst().contains { cut in
      let (left, right) = (word[..<cut], word[cut...])
      return [(0, 1), (1, 0)].contains { one, other in
        holds(one, left) && holds(other, right) && !holds(other, left) && !holds(one, right)
      }
    }
  }

  /// Whether a word that the one wrote, or that both kept, is nowhere: neither in what stands, nor
  /// in the text of a side.
  func isSomethingLost(from text: String, besides sides: [String]) -> Bool {
    guard let mine = pair.mine.last, let theirs = pair.theirs.last, let base = pair.base.last
    else { return false }
    let known = [base, mine, theirs].map { words(in: $0) }
    let kept = known[1].symmetricDifference(known[2]).subtracting(known[0])
      .union(known[1].intersection(known[2]))
    let shown = ([text] + sides).map { Array($0.utf8) }
    return kept.contains { word in !shown.contains { $0.holds(word.utf8) } }
  }

  /// The words of a text: its pieces, or those of the pair where a script leaves no spaces.
  private func words(in text: String) -> Set<String> {
    guard pair.isUnspaced else { return Set(Self.pieces(of: text)) }
    let bytes = Array(text.utf8)
    return pair.words.filter { bytes.holds($0.utf8) }
  }

  /// Whether a piece is somebody's.
  private func isWritten(_ piece: String) -> Bool {
    written.contains(piece) || (pair.isUnspaced && isMadeOfWords(Array(piece)))
      || piece.allSatisfy { $0.isEmoji && written.contains(String($0)) }
  }

  /// Whether words, and signs between them, make up a whole piece; no cut between two digits or two
  /// Latin letters.
  private func isMadeOfWords(_ piece: [Character]) -> Bool {
    var reached = [true] + [Bool](repeating: false, count: piece.count)
    for place in piece.indices where reached[place] {
      if !piece[place].isLetter && !piece[place].isNumber { reached[place + 1] = true }
      for word in words where piece[place...].starts(with: word) {
        let end = place + word.count
        let isInside = end < piece.count && piece[end - 1].isASCIIWord && piece[end].isASCIIWord
        if !isInside { reached[end] = true }
      }
    }
    return reached[piece.count]
  }

  /// The pieces between white space and long dashes, without the signs that surround them.
  private static func pieces(of text: String) -> [String] {
    let isSpace = { (scalar: Unicode.Scalar) in [" ", "\n", "\r", "\t", "—"].contains(scalar) }
    return text.unicodeScalars.split(whereSeparator: isSpace).compactMap { piece in
      let start = piece.drop(while: \.isAround)
      return start.lastIndex { !$0.isAround }.map { String(start[...$0]) }
    }
  }

  /// Whether a value stands in a text, no digit or letter beside it making another of it.
  private static func holds(_ text: String, _ value: String) -> Bool {
    text.ranges(of: value).contains { range in
      let before = text[..<range.lowerBound].last
      let behind = text[range.upperBound...].first
      return ![before, behind].contains { $0?.isNumber ?? false || $0?.isASCIIWord ?? false }
    }
  }
}

extension [UInt8] {
  /// Whether some bytes stand in these, one behind the other.
  fileprivate func holds(_ part: String.UTF8View) -> Bool {
    guard let first = part.first else { return true }
    return indices.contains { self[$0] == first && self[$0...].starts(with: part) }
  }
}

extension Character {
  fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }

  /// Whether it is a picture, which nobody reads as one word with the next.
  fileprivate var isEmoji: Bool {
    !isASCII && unicodeScalars.contains { $0.properties.isEmoji }
  }
}

extension Unicode.Scalar {
  /// Whether it may stand around a word without being part of it: not so signs that say something
  /// of a number.
  fileprivate var isAround: Bool {
    switch properties.generalCategory {
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .dashPunctuation, .otherPunctuation, .connectorPunctuation, .spaceSeparator:
      !["-", "#", "%", "&", "@", "_"].contains(self)
    default: false
    }
  }
}
