extension WeaveCluster {
  /// The words of the one side that changed more than white space and quotes, with what others
  /// changed of these apart from them.
  func dressed(_ words: [Unicode.Scalar], over base: Pieces) -> [Unicode.Scalar] {
    let sides = Dictionary(grouping: edits, by: \.side).sorted { $0.key < $1.key }.map {
      (edits: $0.value, words: Self.made(by: $0.value, pieces: pieces, over: base))
    }
    guard var together = sides.first(where: { $0.words == words })?.edits else { return words }
    var dressed = words
    for side in sides where isWeightless(side.words, over: base) {
      guard side.edits.allSatisfy({ one in together.allSatisfy { one.isApart(from: $0) } }) else {
        continue
      }
      let all = (together + side.edits).sorted { one, other in
        (one.edit.pieces.lowerBound, one.edit.pieces.upperBound)
          < (other.edit.pieces.lowerBound, other.edit.pieces.upperBound)
      }
      let made = Self.made(by: all, pieces: pieces, over: base)
      if areAlike(made, words, over: base) { (together, dressed) = (all, made) }
    }
    return dressed
  }

  /// Whether words differ from those before in white space and the form of quotes alone.
  func isWeightless(_ words: [Unicode.Scalar], over base: Pieces) -> Bool {
    areAlike(words, base.scalars(of: pieces), over: base)
  }

  /// Whether words differ in white space and the form of quotes alone where the stretch is.
  private func areAlike(
    _ one: [Unicode.Scalar], _ other: [Unicode.Scalar], over base: Pieces
  ) -> Bool {
    let range = base.positions(of: pieces)
    let before = base.window[range.lowerBound - 1] ?? "\n"
    let behind = base.window[range.upperBound] ?? "\n"
    return Self.folded([before] + one + [behind]) == Self.folded([before] + other + [behind])
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

extension Weave.SideEdit {
  /// Whether it has no piece and no gap in common with another.
  fileprivate func isApart(from other: Self) -> Bool {
    let (one, two) = (edit.pieces, other.edit.pieces)
    return one != two && (one.upperBound <= two.lowerBound || two.upperBound <= one.lowerBound)
  }
}
