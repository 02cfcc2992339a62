// What the sides of a part make of its region, woven: each side's words are read against the
// base's, edits that clash are gathered in clusters until nothing joins any more, and the text is
// written gap by gap and piece by piece.

/// The words that stand instead of a region, and whether a person is asked.
struct ReferenceWeave {
  /// What one side makes of the region.
  struct Side {
    var words: [Unicode.Scalar]
    /// Whether it is an answer among the part's hunks, or descends from one.
    var isOfAnswer: Bool
  }

  struct Edit {
    let side: Int
    let read: ReferenceReadEdit
    let placed: PlacedEdit
  }

  let table: ReferenceUnits
  let text: PlacedText
  let region: Range<Int>
  /// The base's words, and their pieces.
  let base: [Unicode.Scalar]
  let pieces: [Range<Int>]
  let sides: [Side]
  private(set) var edits: [Edit] = []

  /// Weaves the sides, in their order, over a region of the base's text.
  init(_ sides: [Side], over region: Range<Int>, of text: PlacedText, table: ReferenceUnits) {
    (self.sides, self.region, self.text, self.table) = (sides, region, text, table)
    base = Array(text.scalars[region])
    pieces = table.pieces(of: base)
    for (number, side) in sides.enumerated() {
      let whole = ReferenceReadEdit(place: 0..<pieces.count, text: side.words)
      let read = side.isOfAnswer ? [whole] : table.reading(of: side.words, against: base)
      edits += read.map { Edit(side: number, read: $0, placed: placed($0)) }
    }
  }

  func scalar(_ place: Int) -> Unicode.Scalar? {
    text.scalars.indices.contains(place) ? text.scalars[place] : nil
  }

  /// The scalars of some pieces, in the base's text.
  func scalars(_ range: Range<Int>) -> Range<Int> {
    let place = { (piece: Int) in
      region.lowerBound + (piece < pieces.count ? pieces[piece].lowerBound : base.count)
    }
    return place(range.lowerBound)..<place(range.upperBound)
  }

  private func placed(_ read: ReferenceReadEdit) -> PlacedEdit {
    let place = scalars(read.place)
    let (before, behind) = (scalar(place.lowerBound - 1), scalar(place.upperBound))
    let isOfLines =
      (before ?? "\n") == "\n" && read.text.last == "\n"
      || (behind ?? "\n") == "\n" && read.text.first == "\n"
    return PlacedEdit(
      place: place, gaps: read.text.isEmpty ? [] : [place.lowerBound], text: read.text,
      isParagraph: place.isEmpty && isOfLines)
  }

  // MARK: Clusters

  private func agree(_ one: Edit, _ other: Edit) -> Bool {
    one.side != other.side && one.read == other.read
  }

  private func clash(_ one: Edit, _ other: Edit) -> Bool {
    guard one.side != other.side,
      !edits.contains(where: { $0.side == other.side && agree(one, $0) }),
      !edits.contains(where: { $0.side == one.side && agree($0, other) })
    else { return false }
    if sides[one.side].isOfAnswer || sides[other.side].isOfAnswer { return true }
    let (left, right) = (one.read.place, other.read.place)
    let areParagraphs = one.placed.isParagraph && other.placed.isParagraph
    let areBeside =
      (one.placed.isParagraph || other.placed.isParagraph) && left == right && left.isEmpty
    let areNested =
      one.read.text.isEmpty && other.read.text.isEmpty
      && (Set(left).isSubset(of: right) || Set(right).isSubset(of: left))
    return !areParagraphs && !areBeside && !areNested && text.overlap(one.placed, other.placed)
  }

  /// Sets of edits, by number, that clash, with all that their stretches take in.
  func clusters() -> [Set<Int>] {
    var found: [Set<Int>] = []
    for one in edits.indices {
      for other in edits.indices where one < other && clash(edits[one], edits[other]) {
        found = united(found + [[one, other]]) { !$0.isDisjoint(with: $1) }
      }
    }
    while true {
      let grown = united(found.map(grown)) {
        !$0.isDisjoint(with: $1) || stretch(of: $0).place.overlaps(stretch(of: $1).place)
      }
      if grown == found { return found }
      found = grown
    }
  }

  private func united(
    _ clusters: [Set<Int>], where areOne: (Set<Int>, Set<Int>) -> Bool
  ) -> [Set<Int>] {
    clusters.reduce([]) { found, cluster in
      let linked = found.filter { areOne($0, cluster) }
      return found.filter { !linked.contains($0) } + [linked.reduce(cluster) { $0.union($1) }]
    }
  }

  private func grown(_ cluster: Set<Int>) -> Set<Int> {
    let stretch = stretch(of: cluster).place
    return cluster.union(
      edits.indices.filter { number in
        let place = edits[number].read.place
        return place.overlaps(stretch)
          || place.isEmpty && stretch.lowerBound < place.lowerBound
            && place.upperBound < stretch.upperBound
          || cluster.contains { agree(edits[$0], edits[number]) }
      })
  }

  func takesOutOnly(_ cluster: Set<Int>) -> Bool {
    cluster.allSatisfy { edits[$0].read.text.isEmpty && !sides[edits[$0].side].isOfAnswer }
  }

  /// The pieces of a cluster, and whether they were widened to a sentence.
  func stretch(of cluster: Set<Int>) -> (place: Range<Int>, isWidened: Bool) {
    var start = cluster.map { edits[$0].read.place.lowerBound }.min() ?? 0
    var end = cluster.map { edits[$0].read.place.upperBound }.max() ?? 0
    let isUnspaced = { (piece: Int) in
      pieces.indices.contains(piece)
        && ["alone", "syllable"].contains(table.units(of: Array(base[pieces[piece]])).first?.script)
    }
    guard !takesOutOnly(cluster), isUnspaced(start - 1) || isUnspaced(end) else {
      return (start..<end, false)
    }
    let scalar = { (piece: Int) in pieces[piece].count == 1 ? base[pieces[piece].lowerBound] : "a" }
    let stops = { (piece: Int) in
      table.isWhite(scalar(piece)) || table.endsSentence(scalar(piece))
    }
    while start > 0, !stops(start - 1) { start -= 1 }
    while end < pieces.count, !stops(end) { end += 1 }
    while end < pieces.count, table.endsSentence(scalar(end)) { end += 1 }
    return (start..<end, true)
  }
}
