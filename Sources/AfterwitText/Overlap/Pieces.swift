/// The words of a region, cut into pieces: each unit is one, and each scalar in none.
struct Pieces: Sendable {
  /// The scalars.
  let scalars: [Unicode.Scalar]
  /// The window in which its edits are placed.
  let window: TextWindow
  /// Where each piece starts, and last where the words end.
  private(set) var starts: [Int] = [0]
  /// Of each piece, how it is written as a unit; `nil` for a scalar in none.
  private(set) var scripts: [Units.Script?] = []

  init(_ scalars: [Unicode.Scalar], beside: TextWindow.Beside = TextWindow.Beside()) {
    self.scalars = scalars
    window = TextWindow(scalars, beside: beside)
    var place = 0
    for unit in window.units.units {
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

  /// Whether a cut before a piece would part what belongs together: a word of a script without
  /// spaces, a unit and a sign before it, or a sentence if that is what must stay whole.
  func isCut(at place: Int, betweenSentences: Bool) -> Bool {
    guard 0 < place, place < count else { return false }
    if betweenSentences {
      let before = scalars[starts[place] - 1]
      let isBehindSpace =
        before.isSpace && place > 1 && Sentences.isTerminator(scalars[starts[place - 1] - 1])
      let isBetween =
        before == "\n" || scalars[starts[place]] == "\n" || Sentences.isTerminator(before)
        || isBehindSpace
      if !isBetween { return true }
    }
    if ScalarClass(scalars[starts[place] - 1]).isOfUnits, goesOn(at: place) { return true }
    return [scripts[place - 1], scripts[place]].allSatisfy { $0 == .alone || $0 == .syllable }
  }

  /// Whether a piece is a word, or a sign that more follows directly.
  private func goesOn(at place: Int) -> Bool {
    if scripts[place] == .spaced { return true }
    let (start, next) = (starts[place], starts[place] + 1)
    guard [.link, .sign].contains(ScalarClass(scalars[start])) else { return false }
    return next < scalars.count && !scalars[next].isWhite
  }
}
