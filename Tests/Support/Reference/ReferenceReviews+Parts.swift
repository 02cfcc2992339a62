internal import AfterwitDocument
internal import AfterwitText

extension ReferenceReviews {
  /// All parts in their order, hidden ones too; those that are not hidden are numbered from 1.
  public var parts: [ReferencePart] {
    let unsettled = conflicts.subtracting(settled)
    var groups: [Set<HunkID>] = []
    for conflict in unsettled {
      let linked = groups.filter { $0.contains(conflict.first) || $0.contains(conflict.second) }
      groups.removeAll { linked.contains($0) }
      groups.append(linked.reduce([conflict.first, conflict.second]) { $0.union($1) })
    }
    return groups.map(part).sorted { left, right in
      (left.firstItem, left.hunks[0]) < (right.firstItem, right.hunks[0])
    }
  }

  private func part(of group: Set<HunkID>) -> ReferencePart {
    let hunks = group.sorted().compactMap { hunk($0) }
    let makers = Set(hunks.map(\.event))
    let sides = maximal(makers).sorted { events[$0].order < events[$1].order }
    let base = sides.map { ancestors[$0] }.reduce(Set(events.indices)) { $0.intersection($1) }
    let text = BaseText(shown: shown(at: base), items: items, tokens: tokens)
    var (start, end) = (Int.max, 0)
    for hunk in hunks {
      let place = text.place(of: hunk)
      let ranges = [place.a..<place.b] + text.touched(by: hunk)
      start = min(start, ranges.map(\.lowerBound).min() ?? start)
      end = max(end, ranges.map(\.upperBound).max() ?? end)
    }
    let bounds = (
      before: start > 0 ? text.shown[start - 1] : -1,
      behind: end < text.shown.count ? text.shown[end] : items.count
    )
    let region = { (version: Set<Int>) in
      self.shown(at: version).filter { bounds.before < $0 && $0 < bounds.behind }
    }
    let versions = sides.map { ancestors[$0].union([$0]) }
    let everything = Set(events.indices)
    let differing = zip(sides, versions).count { side, version in
      words(region(version)) != words(region(base))
        || hunks.contains { $0.event == side && $0.named != nil }
    }
    let together = words(region(versions.reduce([]) { $0.union($1) }))
    let isExpected = ([base] + versions).contains { words(region($0)) == together }
    let shownSides = sides.indices.filter { place in
      !versions[..<place].contains { words(region($0)) == words(region(versions[place])) }
    }
    let currentStart = shown(at: everything).count { $0 <= bounds.before }
    return ReferencePart(
      hunks: hunks.map(\.id), sides: sides, shownSides: shownSides.map { sides[$0] },
      base: maximal(base).sorted(),
      baseWords: string(region(base)), sideWords: versions.map { string(region($0)) },
      currentWords: string(region(everything)),
      currentRange: currentStart..<currentStart + region(everything).count,
      baseText: string(text.shown), sideTexts: versions.map { string(shown(at: $0)) },
      isHidden: differing < 2 && isExpected, firstItem: hunks.map { $0.items[0] }.min() ?? 0)
  }

  /// The events of a set that no other of the set descends from.
  private func maximal(_ set: Set<Int>) -> [Int] {
    set.filter { event in !set.contains { ancestors[$0].contains(event) } }
  }

  private func words(_ shown: [Int]) -> [Unicode.Scalar] { shown.map { items[$0].scalar } }

  private func string(_ shown: [Int]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: words(shown))
    return String(view)
  }
}
