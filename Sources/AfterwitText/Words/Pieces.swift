internal import AfterwitEncoding

/// The words of a region, cut into pieces: each unit is one, and each scalar in none.
struct Pieces: Sendable {
  /// The scalars.
  let scalars: [Unicode.Scalar]
  /// The window in which its edits are placed.
  let window: TextWindow
  /// Its sentences.
  let sentences: Sentences
  /// Where each piece starts, and last where the words end.
  private(set) var starts: [Int] = [0]
  /// Of each piece, how it is written as a unit; `nil` for a scalar in none.
  private(set) var scripts: [Units.Script?] = []

  /// - Parameters:
  ///   - beside: the scalars beside the words.
  ///   - text: what follows the words, as far as it tells where their last unit ends.
  init(
    _ scalars: [Unicode.Scalar], beside: TextWindow.Beside = TextWindow.Beside(),
    followedBy text: [Unicode.Scalar] = []
  ) {
    self.scalars = scalars
    window = TextWindow(scalars, beside: beside)
    sentences = Sentences(scalars)
    var place = 0
    let units = text.isEmpty ? window.units.units : Units(scalars + text).units
    for var unit in units where unit.start < scalars.count {
      unit.end = min(unit.end, scalars.count)
      while place < unit.start { add(upTo: &place, place + 1, nil) }
      add(upTo: &place, unit.end, unit.script)
    }
    while place < scalars.count { add(upTo: &place, place + 1, nil) }
  }

  private mutating func add(upTo place: inout Int, _ end: Int, _ script: Units.Script?) {
    place = end
    starts.append(end)
    scripts.append(script)
  }

  /// How many pieces there are.
  var count: Int { scripts.count }

  /// The scalars of a piece.
  subscript(place: Int) -> ArraySlice<Unicode.Scalar> {
    scalars[starts[place]..<starts[place + 1]]
  }

  /// The scalars of some pieces.
  func scalars(of pieces: Range<Int>) -> [Unicode.Scalar] {
    Array(scalars[starts[pieces.lowerBound]..<starts[pieces.upperBound]])
  }

  /// The positions of some pieces.
  func positions(of pieces: Range<Int>) -> Range<Int> {
    starts[pieces.lowerBound]..<starts[pieces.upperBound]
  }

  /// The lines, with numbers that agree with those of other texts.
  func lines(_ names: inout LineNames<ArraySlice<Unicode.Scalar>>) -> [ComparedLines.Line] {
    var ranges: [Range<Int>] = []
    var start = 0
    for place in 0..<count where self[place].last == "\n" {
      ranges.append(start..<place + 1)
      start = place + 1
    }
    if start < count { ranges.append(start..<count) }
    return names.lines(ranges, of: (0..<count).map { self[$0] }, usual: ["\n"]) { line in
      guard self[line.upperBound - 1].last == "\n" else { return 0 }
      return line.count > 1 && self[line.upperBound - 2].last == "\r" ? 2 : 1
    }
  }

  /// Some pieces as tokens in lines, with numbers that agree with those of other texts.
  func inLines(
    _ pieces: Range<Int>, _ names: inout [ArraySlice<Unicode.Scalar>: Int]
  ) -> LinesApart.Text {
    var line = 0
    var text = LinesApart.Text(tokens: [], sizes: [], lines: [])
    for place in pieces {
      let count = names.count
      text.tokens.append(names[self[place], default: count])
      names[self[place]] = text.tokens[text.tokens.count - 1]
      text.sizes.append(scripts[place] == nil ? 0 : self[place].count)
      text.lines.append(line)
      text.isFeed.append(self[place].last == "\n")
      text.isReturn.append(self[place].last == "\r")
      if self[place].last == "\n" { line += 1 }
    }
    return text
  }

  /// How many units are among some pieces.
  func wordCount(_ pieces: Range<Int>) -> Int {
    scripts[pieces].count { $0 != nil }
  }

  /// Some pieces, widened to the sentences that they are in.
  func sentence(around pieces: Range<Int>) -> Range<Int> {
    let range = sentences.widened(positions(of: pieces))
    return piece(at: range.lowerBound)..<max(piece(at: range.upperBound), pieces.upperBound)
  }

  /// The position where the sentence begins that some pieces begin in, or that a gap is inside of.
  func sentenceStart(of pieces: Range<Int>) -> Int? {
    sentences.start(of: positions(of: pieces))
  }

  /// The place of the piece that begins at a position, or of the next one.
  private func piece(at position: Int) -> Int {
    starts.partitioningIndex { $0 >= position }
  }

  /// Some pieces, with the phrase or sentence that they are in where a sign of a script without
  /// spaces stands directly beside them: nobody can tell there where a word ends.
  func phrase(around pieces: Range<Int>) -> Range<Int> {
    var (start, end) = (pieces.lowerBound, pieces.upperBound)
    guard start > 0 && isUnspaced(start - 1) || end < count && isUnspaced(end) else {
      return pieces
    }
    while start > 0, !endsPhrase(start - 1) { start -= 1 }
    while end < count, !self[end].allSatisfy(\.isWhite) {
      end += 1
      if endsPhrase(end - 1), end == count || !endsPhrase(end) { break }
    }
    return start..<end
  }

  private func isUnspaced(_ place: Int) -> Bool {
    scripts[place] == .alone || scripts[place] == .syllable
  }

  private func endsPhrase(_ place: Int) -> Bool {
    scripts[place] == nil
      && self[place].allSatisfy { $0.isWhite || Sentences.isTerminator($0) }
  }

  /// Some pieces, with the signs that belong to what stands at their ends.
  func glued(around pieces: Range<Int>) -> Range<Int> {
    var (start, end) = (pieces.lowerBound, pieces.upperBound)
    while start > 0, isGlued(at: start) { start -= 1 }
    while end < count, isGlued(at: end) { end += 1 }
    return start..<end
  }

  /// Whether a cut before a piece would part what belongs together: a word of a script without
  /// spaces, a unit and a sign before it, or a sentence if that is what must stay whole.
  func isCut(at place: Int, betweenSentences: Bool) -> Bool {
    guard 0 < place, place < count else { return false }
    if betweenSentences, scalars[starts[place] - 1] != "\n", scalars[starts[place]] != "\n",
      !sentences.isEnd(starts[place]), !isEndOfPhrase(place)
    {
      return true
    }
    return isGlued(at: place) || isWithinPhrase(place)
  }

  /// Whether a script without spaces is written on both sides of the place before a piece.
  func isWithinPhrase(_ place: Int) -> Bool {
    0 < place && place < count && isUnspaced(place - 1) && isUnspaced(place)
  }

  /// Whether words of a script without spaces begin or end before a piece, beside white space.
  private func isEndOfPhrase(_ place: Int) -> Bool {
    let (before, behind) = (self[place - 1], self[place])
    return before.allSatisfy(\.isWhite) && isUnspaced(place)
      || behind.allSatisfy(\.isWhite) && isUnspaced(place - 1)
  }

  /// Whether a word, or a sign that more follows directly, stands directly behind what can be in a
  /// unit with it.
  private func isGlued(at place: Int) -> Bool {
    guard 0 < place, place < count, !isUnspaced(place - 1),
      ScalarClass(scalars[starts[place] - 1]).isOfUnits
    else { return false }
    if scripts[place] == .spaced { return true }
    let position = starts[place]
    switch ScalarClass(scalars[position]) {
    case .link, .sign: return position + 1 < scalars.count && !scalars[position + 1].isWhite
    default: return false
    }
  }
}
