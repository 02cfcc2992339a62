/// Edits of several sides that are about one thing.
struct WeaveCluster: Sendable {
  /// The edits, in the order of their sides.
  let edits: [Weave.SideEdit]
  /// The pieces from the first that one of them is about to the last.
  let pieces: Range<Int>
  /// Whether they go on to the whole sentence, because no words can be told in it.
  let isSentence: Bool

  /// - Parameter all: all edits of all sides.
  init(edits: [Weave.SideEdit], among all: [Weave.SideEdit], over base: Pieces) {
    self.edits = edits
    let hull = Self.hull(edits)
    let sides = Set(edits.map(\.side))
    let speaking = sides.count { side in
      Self.version(of: side, edits, pieces: hull, over: base).contains { !$0.isWhite }
    }
    guard speaking > 1, !edits.allSatisfy(\.isDeletion) else {
      (pieces, isSentence) = (hull, false)
      return
    }
    let sentence = base.sentence(around: hull)
    let glued = base.glued(around: hull)
    let phrase = base.phrase(around: glued)
    isSentence =
      phrase != glued
      || Self.rewrites(all.filter { sides.contains($0.side) }, most: sentence, of: base)
    pieces = phrase != glued ? phrase : isSentence ? sentence : glued
  }

  /// Whether a side rewrites more than half of the words of a stretch.
  private static func rewrites(
    _ edits: [Weave.SideEdit], most stretch: Range<Int>, of base: Pieces
  ) -> Bool {
    let count = base.wordCount(stretch)
    guard count > 2 else { return false }
    return Dictionary(grouping: edits, by: \.side).values.contains { edits in
      let edits = edits.filter { $0.edit.pieces.overlaps(stretch) }
      let gone = edits.reduce(0) { $0 + base.wordCount($1.edit.pieces.clamped(to: stretch)) }
      return gone * 2 > count && !edits.allSatisfy(\.isDeletion)
    }
  }

  /// The stretch of pieces from the first edit to the last.
  static func hull(_ edits: [Weave.SideEdit]) -> Range<Int> {
    let start = edits.map(\.edit.pieces.lowerBound).min() ?? 0
    return start..<(edits.map(\.edit.pieces.upperBound).max() ?? start)
  }

  /// Whether all that is done in it is to take out.
  var isDeletion: Bool { edits.allSatisfy(\.isDeletion) }

  /// What stands in its place, and whether a person has to be asked.
  func resolved(over base: Pieces) -> (text: [Unicode.Scalar], isOpen: Bool) {
    if isDeletion { return deleted(over: base) }
    let before = base.scalars(of: pieces)
    var voices: [[Unicode.Scalar]] = []
    for side in Set(edits.map(\.side)).sorted() {
      let version = Self.version(of: side, edits, pieces: pieces, over: base)
      let isAnswer = edits.contains { $0.side == side && $0.isAnswer }
      if isAnswer || version != before, !voices.contains(version) { voices.append(version) }
    }
    if voices.count > 1, !edits.contains(where: \.isAnswer) {
      let weighty = voices.filter { !isWeightless($0, over: base) }
      if weighty.count == 1 { return (dressed(weighty[0], over: base), false) }
      voices = weighty.isEmpty ? [voices[0]] : weighty
    }
    guard voices.count > 1 else { return (voices.first ?? before, false) }
    // Who takes all of it out says nothing that could stand.
    let speaking = voices.filter { $0.contains { !$0.isWhite } }
    if speaking.count == 1 { return (speaking[0], true) }
    let isNew = isSentence || before.allSatisfy(\.isWhite)
    let behind = base.scalars(of: pieces.upperBound..<base.count).prefix(2)
    let text = SideBySide(
      speaking.isEmpty ? voices : speaking, isNew: isNew, behind: Array(behind)
    ).text
    return (text, true)
  }

  /// The white space with which its stretch ends, and what of it nobody took out by itself.
  func whiteAtEnd(of base: Pieces) -> (all: [Unicode.Scalar], kept: [Unicode.Scalar]) {
    let isWhite = { (piece: Int) in base[piece].allSatisfy(\.isWhite) }
    let end = pieces.lastIndex { !isWhite($0) }.map { $0 + 1 } ?? pieces.lowerBound
    let mends = edits.map(\.edit.pieces).filter { $0.allSatisfy(isWhite) }
    let kept = (end..<pieces.upperBound).filter { piece in !mends.contains { $0.contains(piece) } }
    return (base.scalars(of: end..<pieces.upperBound), kept.flatMap { base[$0] })
  }

  /// What one side makes of the stretch.
  static func version(
    of side: Int, _ edits: [Weave.SideEdit], pieces: Range<Int>, over base: Pieces
  ) -> [Unicode.Scalar] {
    made(by: edits.filter { $0.side == side }, pieces: pieces, over: base)
  }

  /// What some edits, ascending and apart, make of the stretch.
  static func made(
    by edits: [Weave.SideEdit], pieces: Range<Int>, over base: Pieces
  ) -> [Unicode.Scalar] {
    var text: [Unicode.Scalar] = []
    var place = pieces.lowerBound
    for edit in edits {
      text += base.scalars(of: place..<max(place, edit.edit.pieces.lowerBound))
      text += edit.edit.text
      place = edit.edit.pieces.upperBound
    }
    return text + base.scalars(of: place..<max(place, pieces.upperBound))
  }

  /// Where all take out: what nobody kept goes, if the words that are taken out are different ones;
  /// else what somebody kept stays, and a person is asked.
  private func deleted(over base: Pieces) -> (text: [Unicode.Scalar], isOpen: Bool) {
    let gone = Dictionary(grouping: edits, by: \.side).values.map { edits in
      Set(edits.flatMap(\.edit.pieces))
    }
    func hasInk(_ pieces: Set<Int>) -> Bool {
      pieces.contains { base[$0].contains { !$0.isWhite } }
    }
    let isOpen = gone.contains { one in
      gone.contains { other in
        hasInk(one.intersection(other)) && hasInk(one.subtracting(other))
          && hasInk(other.subtracting(one))
      }
    }
    guard isOpen else {
      let out = gone.reduce(into: Set<Int>()) { $0.formUnion($1) }
      return (pieces.filter { !out.contains($0) }.flatMap { base[$0] }, false)
    }
    let out = gone.dropFirst().reduce(gone[0]) { $0.intersection($1) }
    var text: [Unicode.Scalar] = []
    var white: [Unicode.Scalar] = []
    for piece in pieces {
      let isWhite = base[piece].allSatisfy(\.isWhite)
      if !out.contains(piece) {
        // White space that goes with the words around it still parts what is left.
        if !isWhite, !white.isEmpty, let last = text.last, !last.isWhite { text += white }
        text += base[piece]
        white = []
      } else {
        white = isWhite ? white + base[piece] : []
      }
    }
    return (text, true)
  }

}
