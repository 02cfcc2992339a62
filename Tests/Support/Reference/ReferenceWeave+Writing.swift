extension ReferenceWeave {
  /// The words that stand instead of the region, and whether a person is asked.
  var result: (words: [Unicode.Scalar], asks: Bool) {
    let clusters = clusters()
    let stretches = clusters.map { stretch(of: $0).place }
    let free = edits.indices.filter { number in !clusters.contains { $0.contains(number) } }
      .map { edits[$0] }
    var (words, asks) = ([Unicode.Scalar](), self.asks)
    for gap in 0...base.count {
      let here = free.filter { $0.read.place.lowerBound == gap && !$0.read.text.isEmpty }
      let begin = { (edit: Edit) in edit.read.text.first.map(table.endsLine) ?? false }
      let paragraphs = here.filter(\.placed.isParagraph)
      let others = here.filter { !$0.placed.isParagraph }
      let beginning = clusters.indices.filter { stretches[$0].lowerBound == gap }
      let write = { (cluster: Set<Int>) in
        let made = made(of: cluster)
        let last = words.last ?? text.before ?? "\n"
        let end = text.scalar(base.place(stretch(of: cluster).place.upperBound)) ?? "\n"
        let isAlone = last == "\n" && !made.words.contains("\n") && !table.isWhite(end)
        if made.isGone, isAlone { return }
        if made.isGone {
          while let last = words.last, table.isWhite(last) { words.removeLast() }
          if words.isEmpty, text.before == nil { return }
        }
        words += made.isGone ? mended(cluster) : made.words
        asks = asks || made.asks
      }
      words += merged(paragraphs.filter { !begin($0) }.map(\.read.text))
      words += inLine(once(others.filter(\.read.place.isEmpty).map(\.read.text)), at: gap)
      for number in beginning where stretches[number].isEmpty { write(clusters[number]) }
      words += merged(paragraphs.filter(begin).map(\.read.text))
      for number in beginning where !stretches[number].isEmpty { write(clusters[number]) }
      words += once(others.filter { !$0.read.place.isEmpty }.map(\.read.text)).joined()
      guard gap < base.count, !stretches.contains(where: { $0.contains(gap) }),
        !free.contains(where: { $0.read.place.contains(gap) })
      else { continue }
      words += base[gap]
    }
    return (words, asks)
  }

  /// What is put in within a line, white texts away from where only one side of the gap is of words.
  private func inLine(_ texts: [[Unicode.Scalar]], at gap: Int) -> [Unicode.Scalar] {
    let place = base.place(gap)
    let areWords = [place - 1, place].map { text.scalar($0).map(table.isOfWords) ?? false }
    let white = texts.filter { $0.allSatisfy(table.isWhite) }
    let black = texts.filter { !$0.allSatisfy(table.isWhite) }
    if areWords == [false, true] { return Array((white + black).joined()) }
    if areWords == [true, false] { return Array((black + white).joined()) }
    return Array(texts.joined())
  }

  private func once(_ texts: [[Unicode.Scalar]]) -> [[Unicode.Scalar]] {
    texts.reduce([]) { $0.contains($1) ? $0 : $0 + [$1] }
  }

  /// Paragraphs of one kind at one gap; those that share a line are one.
  private func merged(_ texts: [[Unicode.Scalar]]) -> [Unicode.Scalar] {
    var found: [[Unicode.Scalar]] = []
    for text in once(texts) {
      if let place = found.firstIndex(where: { table.shareLine($0, text) }) {
        found[place] = ReferenceParagraphs(found[place], text).words
      } else {
        found.append(text)
      }
    }
    return Array(found.joined())
  }

  /// What stands in place of a cluster; where it is gone, instead of the white space before it too.
  typealias Made = (words: [Unicode.Scalar], asks: Bool, isGone: Bool)

  /// What stands in place of a cluster.
  func made(of cluster: Set<Int>) -> Made {
    let (stretch, isWidened) = stretch(of: cluster)
    let makers = Set(cluster.map { edits[$0].side }).sorted()
    if takesOutOnly(cluster) { return rest(of: stretch, cluster: cluster, sides: makers) }
    let versions = makers.map { version(of: stretch, at: $0, in: cluster) }
    let plain = version(of: stretch, at: nil, in: cluster)
    var voices = once(
      zip(makers, versions).filter { $1 != plain || sides[$0].isOfAnswer }.map(\.1))
    if voices.count > 1, !makers.contains(where: { sides[$0].isOfAnswer }) {
      let before = text.scalar(base.place(stretch.lowerBound) - 1) ?? "\n"
      let behind = text.scalar(base.place(stretch.upperBound)) ?? "\n"
      let form = { (voice: [Unicode.Scalar]) in levelled([before] + voice + [behind]) }
      let different = voices.filter { form($0) != form(plain) }
      if different.count == 1, let one = different.first {
        return (dressed(one, in: cluster, at: stretch, form: form), false, false)
      }
      voices = different.isEmpty ? [voices[0]] : different
    }
    if voices.count < 2 { return (voices.first ?? plain, false, false) }
    let isOfSentences = isWidened || plain.allSatisfy(table.isWhite)
    let black = voices.filter { !$0.allSatisfy(table.isWhite) }
    let beside = ReferenceSideBySide(
      black.isEmpty ? voices : black, isOfSentences: isOfSentences,
      behind: Array(text.scalars[base.place(stretch.upperBound)...].prefix(2)), table: table)
    return (beside.words, true, false)
  }

  /// The one voice that is left, with what sides that went make apart from it.
  private func dressed(
    _ voice: [Unicode.Scalar], in cluster: Set<Int>, at stretch: Range<Int>,
    form: ([Unicode.Scalar]) -> [Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    let makers = Set(cluster.map { edits[$0].side }).sorted()
    let versions = makers.map { (side: $0, words: version(of: stretch, at: $0, in: cluster)) }
    guard let speaker = versions.first(where: { $0.words == voice })?.side else { return voice }
    let plain = form(version(of: stretch, at: nil, in: cluster))
    var (chosen, found) = ([speaker], voice)
    for side in versions.filter({ form($0.words) == plain }).map(\.side) {
      let others = cluster.map { edits[$0] }.filter { chosen.contains($0.side) }.map(\.read.place)
      let isApart = cluster.map { edits[$0] }.filter { $0.side == side }.allSatisfy { edit in
        others.allSatisfy { other in
          edit.read.place != other
            && (edit.read.place.upperBound <= other.lowerBound
              || other.upperBound <= edit.read.place.lowerBound)
        }
      }
      let made = made(of: stretch, by: Set(chosen + [side]), in: cluster)
      if isApart, form(made) == form(voice) { (chosen, found) = (chosen + [side], made) }
    }
    return found
  }

  /// The first rule: all edits only take out.
  private func rest(of stretch: Range<Int>, cluster: Set<Int>, sides makers: [Int]) -> Made {
    let taken = makers.map { side in
      Set(cluster.map { edits[$0] }.filter { $0.side == side }.flatMap(\.read.place))
    }
    let black = taken.map { $0.filter { !base.isWhite($0) } }
    let isClear = black.allSatisfy { one in
      black.allSatisfy { other in
        one.isDisjoint(with: other) || one.isSubset(of: other) || other.isSubset(of: one)
      }
    }
    if isClear {
      let kept = stretch.filter { piece in !taken.contains { $0.contains(piece) } }
      if !kept.allSatisfy(base.isWhite) { return (kept.flatMap { base[$0] }, false, false) }
      return (base[whiteEnd(of: stretch)], false, true)
    }
    var kept: [Int] = []
    for piece in stretch where !taken.allSatisfy({ $0.contains(piece) }) {
      if let last = kept.last, !base.isWhite(last), !base.isWhite(piece) {
        kept += (last + 1..<piece).reversed().prefix(while: base.isWhite).reversed()
      }
      kept.append(piece)
    }
    return (kept.flatMap { base[$0] }, true, false)
  }

  /// The white pieces with which a stretch ends.
  private func whiteEnd(of stretch: Range<Int>) -> Range<Int> {
    (stretch.last { !base.isWhite($0) } ?? stretch.lowerBound - 1) + 1..<stretch.upperBound
  }

  /// The white pieces at the end of a cluster that is gone, without those that an edit of it takes
  /// out by themselves, if others are left.
  private func mended(_ cluster: Set<Int>) -> [Unicode.Scalar] {
    let white = whiteEnd(of: stretch(of: cluster).place)
    let mends = cluster.map { edits[$0].read.place }.filter { $0.allSatisfy(base.isWhite) }
    let kept = white.filter { piece in !mends.contains { $0.contains(piece) } }
    return kept.isEmpty ? base[white] : kept.flatMap { base[$0] }
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
