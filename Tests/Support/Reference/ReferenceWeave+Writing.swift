extension ReferenceWeave {
  /// The words that stand instead of the region, and whether a person is asked.
  var result: (words: [Unicode.Scalar], asks: Bool) {
    let clusters = clusters()
    let stretches = clusters.map { stretch(of: $0).place }
    let free = edits.indices.filter { number in !clusters.contains { $0.contains(number) } }
      .map { edits[$0] }
    var (words, asks) = ([Unicode.Scalar](), false)
    for gap in 0...pieces.count {
      let here = free.filter { $0.read.place.lowerBound == gap }
      let isLater = { (edit: Edit) in edit.placed.isParagraph && edit.read.text.first == "\n" }
      let paragraphs = here.filter { $0.placed.isParagraph && !isLater($0) }
      var written: [[Unicode.Scalar]] = []
      for edit in paragraphs + here.filter({ !$0.placed.isParagraph })
      where !written.contains(edit.read.text) {
        written.append(edit.read.text)
        words += edit.read.text
      }
      let beginning = clusters.indices.filter { stretches[$0].lowerBound == gap }
      for number in beginning.sorted(by: { stretches[$0].count < stretches[$1].count }) {
        let made = made(of: clusters[number])
        if made.losesSpace, let last = words.last, table.name(last) == "space" {
          words.removeLast()
        }
        words += made.words
        asks = asks || made.asks
      }
      for edit in here.filter(isLater) where !written.contains(edit.read.text) {
        written.append(edit.read.text)
        words += edit.read.text
      }
      guard gap < pieces.count, !stretches.contains(where: { $0.contains(gap) }),
        !free.contains(where: { $0.read.place.contains(gap) })
      else { continue }
      words += base[pieces[gap]]
    }
    return (words, asks)
  }

  private typealias Made = (words: [Unicode.Scalar], asks: Bool, losesSpace: Bool)

  /// What stands in place of a cluster.
  private func made(of cluster: Set<Int>) -> Made {
    let (stretch, isWidened) = stretch(of: cluster)
    let makers = Set(cluster.map { edits[$0].side }).sorted()
    if takesOutOnly(cluster) { return rest(of: stretch, cluster: cluster, sides: makers) }
    let versions = makers.map { version(of: stretch, at: $0, in: cluster) }
    let plain = version(of: stretch, at: nil, in: cluster)
    var voices: [[Unicode.Scalar]] = []
    for (side, version) in zip(makers, versions)
    where version != plain || sides[side].isOfAnswer {
      if !voices.contains(version) { voices.append(version) }
    }
    if voices.count > 1, !makers.contains(where: { sides[$0].isOfAnswer }) {
      let place = scalars(stretch)
      let (before, behind) = (scalar(place.lowerBound - 1), scalar(place.upperBound))
      let form = { (voice: [Unicode.Scalar]) in
        levelled([before ?? "\n"] + voice + [behind ?? "\n"])
      }
      let different = voices.filter { form($0) != form(plain) }
      voices = different.isEmpty ? [voices[0]] : different
    }
    if voices.count < 2 { return (voices.first ?? plain, false, false) }
    let isOfSentences = isWidened || plain.allSatisfy(table.isWhite)
    let beside = ReferenceSideBySide(voices, isOfSentences: isOfSentences, table: table)
    return (beside.words, true, false)
  }

  /// What a side makes of a stretch, or no side.
  private func version(
    of stretch: Range<Int>, at side: Int?, in cluster: Set<Int>
  ) -> [Unicode.Scalar] {
    let own = cluster.map { edits[$0] }.filter { $0.side == side }
    var found: [Unicode.Scalar] = []
    for gap in stretch.lowerBound...stretch.upperBound {
      for edit in own where edit.read.place.lowerBound == gap { found += edit.read.text }
      if gap < stretch.upperBound, !own.contains(where: { $0.read.place.contains(gap) }) {
        found += base[pieces[gap]]
      }
    }
    return found
  }

  /// The first rule: all edits only take out.
  private func rest(of stretch: Range<Int>, cluster: Set<Int>, sides makers: [Int]) -> Made {
    let isWhite = { (piece: Int) in base[pieces[piece]].allSatisfy(table.isWhite) }
    let taken = makers.map { side in
      Set(cluster.map { edits[$0] }.filter { $0.side == side }.flatMap(\.read.place))
    }
    let black = taken.map { $0.filter { !isWhite($0) } }
    let isClear = black.allSatisfy { one in
      black.allSatisfy { other in
        one.isDisjoint(with: other) || one.isSubset(of: other) || other.isSubset(of: one)
      }
    }
    let kept = stretch.filter { piece in
      isClear
        ? !taken.contains { $0.contains(piece) } : !taken.allSatisfy { $0.contains(piece) }
    }
    let isEnd = stretch.upperBound == pieces.count || isWhite(stretch.upperBound)
    return (kept.flatMap { base[pieces[$0]] }, !isClear, kept.isEmpty && isEnd)
  }

  /// A text with its white space and its quotes in one form.
  private func levelled(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var found: [Unicode.Scalar] = []
    for scalar in text {
      switch scalar {
      case "‘", "’": found.append("'")
      case "“", "”": found.append("\"")
      case _ where table.isWhite(scalar): if found.last != " " { found.append(" ") }
      default: found.append(scalar)
      }
    }
    return found
  }
}
