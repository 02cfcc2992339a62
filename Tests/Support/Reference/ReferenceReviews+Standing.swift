internal import AfterwitDocument
internal import AfterwitText

extension ReferenceReviews {
  /// A part as its region tells it.
  func part(_ region: Region) -> ReferencePart {
    let hunks = region.hunks.compactMap { hunk($0) }
    let versions = region.sides.map { version(of: $0) }
    let answers = hunks.filter { $0.named != nil }.map(\.event)
    let weave = woven(
      versions.map { version in
        ReferenceWeave.Side(
          words: words(shown(at: version, in: region)),
          isOfAnswer: answers.contains(where: version.contains))
      }, over: region)
    let given = shown(at: Set(events.indices))
    let together = shown(at: versions.reduce([]) { $0.union($1) }, in: region).filter { item in
      !items[item].deleters.keys.contains {
        events[$0].operations.contains(.same) && text.deletes($0, items[item].node, void: void)
      }
    }
    let place = place(of: together, in: given, from: region.before)
    let standing =
      place ?? self.place(
        of: given.filter { region.before < $0 && $0 < region.behind }, in: given,
        from: region.before) ?? 0..<0
    let shownSides = versions.indices.filter { place in
      !versions[..<place].contains {
        words(shown(at: $0, in: region)) == words(shown(at: versions[place], in: region))
      }
    }
    return ReferencePart(
      hunks: region.hunks.sorted(), sides: region.sides,
      shownSides: shownSides.map { region.sides[$0] }, base: maximal(region.base).sorted(),
      baseWords: string(Array(region.text.scalars[region.place])),
      sideWords: versions.map { string(words(shown(at: $0, in: region))) },
      baseText: string(region.text.scalars),
      sideTexts: versions.map { string(words(shown(at: $0, void: void))) }, place: standing,
      words: string(place == nil ? words(Array(given[standing])) : weave.words),
      woven: string(weave.words), isOpen: weave.asks, isEdited: place == nil,
      firstItem: hunks.map { $0.items[0] }.min() ?? 0)
  }

  /// The sides woven, without labels where all lines have them.
  private func woven(
    _ sides: [ReferenceWeave.Side], over region: Region
  ) -> (words: [Unicode.Scalar], asks: Bool) {
    let base = Array(region.text.scalars[region.place])
    let texts = [base] + sides.map(\.words)
    let labels = texts.map { table.labels(of: $0) }
    let first = labels.firstIndex { !($0 ?? []).isEmpty }
    let isList = labels.allSatisfy { $0 != nil } && first != nil
    let plain = { (text: [Unicode.Scalar]) in isList ? table.unlabelled(text) : text }
    var text = PlacedText(plain(base), table: table)
    text.before = region.text.scalar(region.place.lowerBound - 1)
    text.behind = region.text.scalar(region.place.upperBound)
    text.following = Array(region.text.scalars[region.place.upperBound...].prefix(2))
    var weave = ReferenceWeave(
      sides.map { ReferenceWeave.Side(words: plain($0.words), isOfAnswer: $0.isOfAnswer) },
      over: text
    ).result
    if isList, let first, let label = labels[first]?.first {
      weave.words = table.labelled(weave.words, like: label, of: texts[first])
    }
    return weave
  }

  /// Where items stand side by side in the text that the changes give, or nil if they do not.
  private func place(of some: [Int], in given: [Int], from before: Int) -> Range<Int>? {
    let start = given.count { $0 < some.first ?? before + 1 }
    return given[start...].starts(with: some) ? start..<start + some.count : nil
  }

  /// The text that the changes give.
  public var givenText: String { string(words(shown(at: Set(events.indices)))) }

  /// The text that is shown: in the place of each part, its words.
  public var shownText: String {
    var text = words(shown(at: Set(events.indices)))
    for part in parts.sorted(by: { $0.place.lowerBound > $1.place.lowerBound }) {
      text.replaceSubrange(part.place, with: part.words.unicodeScalars)
    }
    return string(text)
  }

  private func words(_ shown: [Int]) -> [Unicode.Scalar] { shown.map { items[$0].scalar } }

  private func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
