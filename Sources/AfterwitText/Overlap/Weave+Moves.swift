extension Weave {
  /// Edits, of which those inside words that another side carried elsewhere are made there.
  func carried(_ edits: [SideEdit]) -> (edits: [SideEdit], isOpen: Bool) {
    var edits = edits
    var isOpen = false
    var gone: Set<Int> = []
    for side in Set(edits.map(\.side)).sorted() {
      let own = edits.indices.filter {
        edits[$0].side == side && !edits[$0].isAnswer && !gone.contains($0)
      }
      let out = own.filter { edits[$0].edit.text.isEmpty }
      let put = own.filter { edits[$0].edit.pieces.isEmpty }
      let moves = Moves(
        takenOut: out.map { base.scalars(of: edits[$0].edit.pieces) },
        putIn: put.map { edits[$0].edit.text })
      for (from, to) in moves.targets.sorted(by: { $0.key < $1.key }) {
        let carried = Carried(
          edits[out[from]].edit.pieces, to: edits[put[to]], among: edits, but: gone, over: base)
        guard let carried else { continue }
        isOpen = isOpen || carried.isOpen
        let before = edits[put[to]].edit
        for place in edits.indices where edits[place].edit == before {
          edits[place] = placed(
            Reading.Edit(pieces: before.pieces, text: carried.text), of: edits[place].side)
        }
        gone.formUnion(carried.inside)
      }
    }
    return (edits.indices.filter { !gone.contains($0) }.map { edits[$0] }, isOpen)
  }
}

/// Words that a side carried elsewhere, with what others made of them.
private struct Carried {
  /// The places of the edits that are made in them.
  let inside: [Int]
  /// What the side puts in now.
  let text: [Unicode.Scalar]
  /// Whether a person has to be asked.
  let isOpen: Bool

  /// - Returns: `nil` where nobody else changed anything in them.
  init?(
    _ pieces: Range<Int>, to target: Weave.SideEdit, among edits: [Weave.SideEdit],
    but gone: Set<Int>, over base: Pieces
  ) {
    let isWhite = { (place: Int) in base[place].allSatisfy(\.isWhite) }
    guard let first = pieces.first(where: { !isWhite($0) }),
      let last = pieces.last(where: { !isWhite($0) })
    else { return nil }
    let body = first..<last + 1
    inside = edits.indices.filter { place in
      let edit = edits[place]
      return !gone.contains(place) && edit.side != target.side && !edit.isAnswer
        && !edit.placed.isParagraph
        && body.lowerBound <= edit.edit.pieces.lowerBound
        && edit.edit.pieces.upperBound <= body.upperBound
        && (edit.edit.pieces != body || !edit.edit.text.isEmpty)
    }
    guard !inside.isEmpty else { return nil }
    let put = target.edit.text
    let start = put.firstIndex { !$0.isWhite } ?? put.count
    let end = put.lastIndex { !$0.isWhite }.map { $0 + 1 } ?? start
    var sides = [target.side: Array(put[start..<end])]
    for (side, places) in Dictionary(grouping: inside, by: { edits[$0].side }) {
      sides[side] = WeaveCluster.version(
        of: side, places.map { edits[$0] }, pieces: body, over: base)
    }
    let range = base.positions(of: body)
    let weave = Weave(
      words: sides.sorted { $0.key < $1.key }.map { Weave.Side(words: $0.value, isAnswer: false) },
      over: base.scalars(of: body),
      beside: TextWindow.Beside(
        before: base.window[range.lowerBound - 1], behind: base.window[range.upperBound]))
    text = put[..<start] + weave.text + put[end...]
    isOpen = weave.isOpen
  }
}
