/// Edits of several sides that are about one thing.
struct WeaveCluster: Sendable {
  /// The edits, in the order of their sides.
  let edits: [Weave.SideEdit]
  /// The pieces from the first that one of them is about to the last.
  let pieces: Range<Int>
  /// Whether they go on to the whole sentence, because no words can be told in it.
  let isSentence: Bool

  init(edits: [Weave.SideEdit], over base: Pieces) {
    self.edits = edits
    let hull = Self.hull(edits)
    pieces = edits.allSatisfy(\.isDeletion) ? hull : base.phrase(around: hull)
    isSentence = pieces != hull
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
      let version = version(of: side, over: base)
      let isAnswer = edits.contains { $0.side == side && $0.isAnswer }
      if isAnswer || version != before, !voices.contains(version) { voices.append(version) }
    }
    if voices.count > 1, !edits.contains(where: \.isAnswer) {
      let weighty = voices.filter { !isWeightless($0, over: base) }
      voices = weighty.isEmpty ? [voices[0]] : weighty
    }
    guard voices.count > 1 else { return (voices.first ?? before, false) }
    let isNew = isSentence || before.allSatisfy(\.isWhite)
    return (SideBySide(voices, isNew: isNew).text, true)
  }

  /// What one side makes of the stretch.
  private func version(of side: Int, over base: Pieces) -> [Unicode.Scalar] {
    var text: [Unicode.Scalar] = []
    var place = pieces.lowerBound
    for edit in edits where edit.side == side {
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
    let out =
      isOpen
      ? gone.dropFirst().reduce(gone[0]) { $0.intersection($1) }
      : gone.reduce([]) { $0.union($1) }
    return (pieces.filter { !out.contains($0) }.flatMap { base[$0] }, isOpen)
  }

  /// Whether words differ from those before in white space and the form of quotes alone.
  private func isWeightless(_ words: [Unicode.Scalar], over base: Pieces) -> Bool {
    let range = base.positions(of: pieces)
    let before = base.window[range.lowerBound - 1] ?? "\n"
    let behind = base.window[range.upperBound] ?? "\n"
    return Self.folded([before] + words + [behind])
      == Self.folded([before] + base.scalars(of: pieces) + [behind])
  }

  /// Each run of white space as one space, each quote as a straight one.
  private static func folded(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    for scalar in scalars {
      switch scalar {
      case "\u{2018}", "\u{2019}": folded.append("'")
      case "\u{201c}", "\u{201d}": folded.append("\"")
      default:
        guard scalar.isWhite else {
          folded.append(scalar)
          continue
        }
        if folded.last != " " { folded.append(" ") }
      }
    }
    return folded
  }
}
