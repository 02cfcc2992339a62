// What nobody wrote. A text is cut at white space, and what surrounds a word is taken off; then each
// piece must be one that stands in some text that a machine saved or both began with. Where a script
// leaves no spaces the piece must be made wholly of such words. It is judged by the letters alone, so
// that any engine can be.

extension MergePair {
  /// The words and values of a text that nobody wrote.
  package func invented(in text: String) -> [String] {
    let pieces = Self.pieces(of: text).filter { !isWritten($0) }
    return pieces + mixtures.filter { Self.holds(text, $0) }
  }

  /// Whether a word is made of what the one wrote and of what the other wrote.
  func isInterleaved(_ word: String) -> Bool {
    let own = { (saves: [String]) in
      let known = Set(self.base.flatMap(Self.pieces))
      return saves.flatMap(Self.pieces).filter { !known.contains($0) }
    }
    let (mine, theirs) = (own(mine), own(theirs))
    return word.indices.dropFirst().contains { cut in
      let (left, right) = (word[..<cut], word[cut...])
      let holds = { (words: [String], part: Substring) in words.contains { $0.contains(part) } }
      return
        (holds(mine, left) && holds(theirs, right) && !holds(theirs, left)
        && !holds(mine, right))
        || (holds(theirs, left) && holds(mine, right) && !holds(mine, left)
          && !holds(theirs, right))
    }
  }

  /// Whether a word that the one wrote, or that both kept, is nowhere.
  func isSomethingLost(from text: String, besides sides: [String]) -> Bool {
    let shown = Set(([text] + sides).flatMap(Self.pieces))
    let everything = ([text] + sides).joined(separator: "\n")
    let isShown = { (word: String) in
      self.isUnspaced ? everything.contains(word) : shown.contains(word)
    }
    guard let mine = mine.last, let theirs = theirs.last, let base = base.last else { return false }
    let words = [base, mine, theirs].map { Set(wordsKnown(in: $0)) }
    let written = words[1].symmetricDifference(words[2]).subtracting(words[0])
      .union(words[1].intersection(words[2]))
    return written.contains { !isShown($0) }
  }

  /// The words of a text: its pieces, or the pair's own words where a script leaves no spaces.
  private func wordsKnown(in text: String) -> [String] {
    isUnspaced ? words.filter { text.contains($0) } : Self.pieces(of: text)
  }

  /// Whether a piece is somebody's.
  private func isWritten(_ piece: String) -> Bool {
    if (base + mine + theirs).contains(where: { Self.pieces(of: $0).contains(piece) }) {
      return true
    }
    return isUnspaced && isMadeOfWords(Array(piece))
  }

  /// Whether words, and signs between them, make up a whole piece; no cut between two digits or two
  /// Latin letters.
  private func isMadeOfWords(_ piece: [Character]) -> Bool {
    let words = words.map(Array.init)
    var reached = [true] + [Bool](repeating: false, count: piece.count)
    for place in piece.indices where reached[place] {
      if !piece[place].isLetter && !piece[place].isNumber { reached[place + 1] = true }
      for word in words where piece[place...].starts(with: word) {
        let end = place + word.count
        let isInside = end < piece.count && piece[end - 1].isWordOfASCII && piece[end].isWordOfASCII
        if !isInside { reached[end] = true }
      }
    }
    return reached[piece.count]
  }

  /// The pieces between white space, without the signs that surround them.
  static func pieces(of text: String) -> [String] {
    text.split { $0 == " " || $0.isNewline || $0 == "\t" }.compactMap { piece in
      let start = piece.drop { $0.isAround }
      let end = start.lastIndex { !$0.isAround }
      return end.map { String(start[...$0]) }
    }
  }

  /// Whether a value stands in a text, no digit or letter beside it making another of it.
  private static func holds(_ text: String, _ value: String) -> Bool {
    text.ranges(of: value).contains { range in
      let before =
        range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
      let behind = range.upperBound < text.endIndex ? text[range.upperBound] : " "
      return !(before.isNumber || before.isWordOfASCII || behind.isNumber || behind.isWordOfASCII)
    }
  }
}

extension Character {
  fileprivate var isWordOfASCII: Bool { isASCII && (isLetter || isNumber) }

  /// Whether it may stand around a word without being part of it: not so signs that say something of
  /// a number.
  fileprivate var isAround: Bool {
    !isLetter && !isNumber && !isEmoji && !"+−-$€£%#@&_~".contains(self)
  }

  private var isEmoji: Bool {
    unicodeScalars.first.map { $0.properties.isEmojiPresentation || $0.value >= 0x2600 } ?? false
  }
}
