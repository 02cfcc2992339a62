// What the sides of a part make of its region, woven: each side's words are read against the
// base's, edits that clash are gathered in clusters until nothing joins any more, and the text is
// written gap by gap and piece by piece.

/// The sides of a part over the base's words.
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
  /// The base's words.
  let base: ReferencePieces
  let sides: [Side]
  private(set) var edits: [Edit] = []
  /// Whether words that were carried elsewhere ask.
  private(set) var asks = false

  /// Takes the sides in their order.
  init(_ sides: [Side], over text: PlacedText) {
    (self.sides, self.text, table) = (sides, text, text.table)
    base = ReferencePieces(
      text.scalars, behind: text.behind, followedBy: text.following, table: table)
    let readings = sides.map { side in
      ReferenceReading(
        of: side.words, against: text.scalars, followedBy: text.following, table: table)
    }
    let exchanges = sides.indices.map { sides[$0].isOfAnswer ? [] : readings[$0].exchanges }
    for (number, side) in sides.enumerated() {
      let whole = ReferenceReadEdit(place: 0..<base.count, text: side.words)
      let others = sides.indices.filter { $0 != number }.flatMap { exchanges[$0] }
      edits += (side.isOfAnswer ? [whole] : readings[number].edits(apart: Set(others))).map {
        Edit(side: number, read: $0, placed: placed($0))
      }
    }
    for side in sides.indices { carry(from: side) }
  }

  // MARK: Moves

  /// Makes edits inside words that a side carried elsewhere where these went.
  private mutating func carry(from side: Int) {
    let own = edits.indices.filter { edits[$0].side == side && !sides[side].isOfAnswer }
    let out = own.filter { edits[$0].read.text.isEmpty }
    let put = own.filter { edits[$0].read.place.isEmpty }
    let moves = ReferenceMoves.found(
      from: out.map { base[edits[$0].read.place] }, to: put.map { edits[$0].read.text },
      table: table)
    var gone: Set<Int> = []
    for move in moves {
      gone.formUnion(carry(edits[out[move.from]].read.place, to: edits[put[move.to]], but: gone))
    }
    edits = edits.indices.filter { !gone.contains($0) }.map { edits[$0] }
  }

  /// Returns the edits that are inside.
  private mutating func carry(_ place: Range<Int>, to target: Edit, but gone: Set<Int>) -> [Int] {
    let black = place.filter { !base.isWhite($0) }
    guard let first = black.first, let last = black.last else { return [] }
    let words = first..<last + 1
    let inside = edits.indices.filter { number in
      let edit = edits[number]
      let isWithin =
        words.lowerBound <= edit.read.place.lowerBound
        && edit.read.place.upperBound <= words.upperBound
      return isWithin && edit.side != target.side && !sides[edit.side].isOfAnswer
        && !edit.placed.isParagraph && !gone.contains(number)
        && !(edit.read.place == words && edit.read.text.isEmpty)
    }
    if inside.isEmpty { return [] }
    let start = target.read.text.firstIndex { !table.isWhite($0) } ?? target.read.text.count
    let end = target.read.text.lastIndex { !table.isWhite($0) }.map { $0 + 1 } ?? start
    var versions = [target.side: Array(target.read.text[start..<end])]
    for side in Set(inside.map { edits[$0].side }) {
      versions[side] = version(of: words, at: side, in: Set(inside))
    }
    var inner = PlacedText(base[words], table: table)
    inner.before = text.scalar(base.place(words.lowerBound) - 1)
    inner.behind = text.scalar(base.place(words.upperBound))
    let woven = ReferenceWeave(
      versions.sorted { $0.key < $1.key }.map { Side(words: $0.value, isOfAnswer: false) },
      over: inner
    ).result
    asks = asks || woven.asks
    let before = target.read
    for number in edits.indices where edits[number].read == before {
      var read = before
      read.text.replaceSubrange(start..<end, with: woven.words)
      edits[number] = Edit(side: edits[number].side, read: read, placed: placed(read))
    }
    return inside
  }

  private func placed(_ read: ReferenceReadEdit) -> PlacedEdit {
    let place = base.place(read.place.lowerBound)..<base.place(read.place.upperBound)
    let (before, behind) = (text.scalar(place.lowerBound - 1), text.scalar(place.upperBound))
    let isOfLines =
      table.endsLine(before ?? "\n") && read.text.last == "\n"
      || table.endsLine(behind ?? "\n") && read.text.first.map(table.endsLine) ?? false
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

  /// Sets of edits, by number, that clash, with all that they grow by, in rounds.
  func clusters() -> [Set<Int>] {
    var found: [Set<Int>] = edits.indices.map { [$0] }
    found = united(found) { one, other in
      one.contains { one in other.contains { clash(edits[min(one, $0)], edits[max(one, $0)]) } }
    }.filter { $0.count > 1 }
    while true {
      let grown = united(found.map(grown)) {
        !$0.isDisjoint(with: $1) || stretch(of: $0).place.overlaps(stretch(of: $1).place)
      }
      let next = grown == found ? united(found, where: areInOneSentence) : grown
      if next == found { return found }
      found = next
    }
  }

  /// Clusters by their first edits, of which those are one that are so as they were given, directly
  /// or through others.
  private func united(
    _ clusters: [Set<Int>], where areOne: (Set<Int>, Set<Int>) -> Bool
  ) -> [Set<Int>] {
    var number = Array(clusters.indices)
    for one in clusters.indices {
      for other in clusters.indices where one < other && areOne(clusters[one], clusters[other]) {
        let (from, to) = (number[other], number[one])
        number = number.map { $0 == from ? to : $0 }
      }
    }
    return Set(number).map { kept in
      clusters.indices.filter { number[$0] == kept }.reduce([]) { $0.union(clusters[$1]) }
    }.sorted { ($0.min() ?? 0) < ($1.min() ?? 0) }
  }

  private func grown(_ cluster: Set<Int>) -> Set<Int> {
    let (stretch, isWidened) = stretch(of: cluster)
    return cluster.union(
      edits.indices.filter { number in
        let place = edits[number].read.place
        return place.overlaps(stretch)
          || place.isEmpty && stretch.lowerBound < place.lowerBound
            && place.upperBound < stretch.upperBound
          || isWidened && goesOn(edits[number], from: stretch)
          || cluster.contains { agree(edits[$0], edits[number]) }
      })
  }

  /// Whether an edit puts something in at an end of a stretch, with nothing white between.
  private func goesOn(_ edit: Edit, from stretch: Range<Int>) -> Bool {
    guard edit.read.place.isEmpty, !edit.placed.isParagraph, !stretch.isEmpty,
      let first = edit.read.text.first, let last = edit.read.text.last
    else { return false }
    let words = base[stretch]
    let isAtEnd = edit.read.place.lowerBound == stretch.upperBound
    let isAtBegin = edit.read.place.lowerBound == stretch.lowerBound
    return isAtEnd && ![first, words[words.count - 1]].contains(where: table.isWhite)
      || isAtBegin && ![last, words[0]].contains(where: table.isWhite)
  }

  private func areInOneSentence(_ one: Set<Int>, _ other: Set<Int>) -> Bool {
    let begins = [one, other].map { cluster -> Int? in
      let place = stretch(of: cluster).place
      return base.sentences.first {
        place.isEmpty
          ? $0.lowerBound < place.lowerBound && place.lowerBound < $0.upperBound
          : $0.contains(place.lowerBound)
      }?.lowerBound
    }
    return begins[0] != nil && begins[0] == begins[1]
      && [one, other].allSatisfy { !takesOutOnly($0) && made(of: $0).asks }
  }

  /// Whether all edits of a cluster only take out, and none is of an answer.
  func takesOutOnly(_ cluster: some Collection<Int>) -> Bool {
    cluster.allSatisfy { edits[$0].read.text.isEmpty && !sides[edits[$0].side].isOfAnswer }
  }

  /// The pieces of a cluster, and whether they were widened to a sentence.
  func stretch(of cluster: Set<Int>) -> (place: Range<Int>, isWidened: Bool) {
    var start = cluster.map { edits[$0].read.place.lowerBound }.min() ?? 0
    var end = cluster.map { edits[$0].read.place.upperBound }.max() ?? 0
    let plain = start..<end
    let makers = Set(cluster.map { edits[$0].side })
    let written = makers.count {
      !version(of: plain, at: $0, in: cluster).allSatisfy(table.isWhite)
    }
    if takesOutOnly(cluster) || written < 2 { return (plain, false) }
    while base.isGlued(start) { start -= 1 }
    while base.isGlued(end) { end += 1 }
    if base.isUnspaced(start - 1) || base.isUnspaced(end) {
      let stops = { (piece: Int) in base.isWhite(piece) || base.endsSentence(piece) }
      while start > 0, !stops(start - 1) { start -= 1 }
      while end < base.count, !stops(end) { end += 1 }
      while end < base.count, base.endsSentence(end) { end += 1 }
      return (start..<end, true)
    }
    if let sentences = rewritten(plain, by: cluster) { return (sentences, true) }
    return (start..<end, false)
  }

  /// The sentences that a stretch is in, where a side takes out more than half of their units.
  private func rewritten(_ plain: Range<Int>, by cluster: Set<Int>) -> Range<Int>? {
    let sentences = base.sentences.filter {
      plain.isEmpty
        ? $0.lowerBound < plain.lowerBound && plain.upperBound < $0.upperBound
        : $0.overlaps(plain)
    }
    let start = min(plain.lowerBound, sentences.first?.lowerBound ?? plain.lowerBound)
    let end = max(plain.upperBound, sentences.last?.upperBound ?? plain.upperBound)
    let units = Set((start..<end).filter { !base.scripts[$0].isEmpty })
    let isRewritten = Set(cluster.map { edits[$0].side }).contains { side in
      let own = edits.indices.filter {
        edits[$0].side == side && edits[$0].read.place.overlaps(start..<end)
      }
      let taken = units.intersection(own.flatMap { Array(edits[$0].read.place) })
      return !takesOutOnly(own) && taken.count * 2 > units.count
    }
    return isRewritten && units.count > 2 ? start..<end : nil
  }

  /// What a side makes of a stretch, or no side.
  func version(
    of stretch: Range<Int>, at side: Int?, in cluster: Set<Int>
  ) -> [Unicode.Scalar] {
    made(of: stretch, by: side.map { [$0] } ?? [], in: cluster)
  }

  /// What some sides together, whose edits are apart, make of a stretch.
  func made(of stretch: Range<Int>, by sides: Set<Int>, in cluster: Set<Int>) -> [Unicode.Scalar] {
    let own = cluster.sorted().map { edits[$0] }.filter { sides.contains($0.side) }
    var found: [Unicode.Scalar] = []
    for gap in stretch.lowerBound...stretch.upperBound {
      let here = own.filter { $0.read.place.lowerBound == gap }
      for edit in here where edit.read.place.isEmpty { found += edit.read.text }
      for edit in here where !edit.read.place.isEmpty { found += edit.read.text }
      if gap < stretch.upperBound, !own.contains(where: { $0.read.place.contains(gap) }) {
        found += base[gap]
      }
    }
    return found
  }
}
