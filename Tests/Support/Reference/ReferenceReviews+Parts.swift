internal import AfterwitDocument
internal import AfterwitText

extension ReferenceReviews {
  /// Hunks that belong together, and the place of the base's text that they are about.
  struct Region {
    var hunks: Set<HunkID>
    /// The events that are its sides, in their order.
    var sides: [Int]
    /// Every event of the base.
    var base: Set<Int>
    var text: PlacedText
    /// Where the region lies in the base's text.
    var place: Range<Int>
    /// The places in the sequence of the scalars before and behind it.
    var before: Int
    var behind: Int
  }

  /// All parts in their order.
  func findParts() -> [ReferencePart] {
    var groups: [Set<HunkID>] = []
    for conflict in conflicts.subtracting(settled)
    where [conflict.first, conflict.second].allSatisfy(stands) {
      groups = united(groups + [[conflict.first, conflict.second]]) { !$0.isDisjoint(with: $1) }
    }
    while true {
      let regions = groups.map(grown)
      let left = united(regions.map(\.hunks)) { one, other in
        let pair = regions.filter { $0.hunks.isSubset(of: one) }
        let others = regions.filter { $0.hunks.isSubset(of: other) }
        return !one.isDisjoint(with: other)
          || pair.contains { region in others.contains { share(region, $0) } }
      }
      if left.count == groups.count { return regions.map(part).sorted(by: isEarlier) }
      groups = left
    }
  }

  private func united(
    _ groups: [Set<HunkID>], where areOne: (Set<HunkID>, Set<HunkID>) -> Bool
  ) -> [Set<HunkID>] {
    for place in groups.indices {
      for other in groups[(place + 1)...].indices where areOne(groups[place], groups[other]) {
        var left = groups
        left[place].formUnion(left.remove(at: other))
        return united(left, where: areOne)
      }
    }
    return groups
  }

  /// A part with every hunk that its region takes in.
  private func grown(_ hunks: Set<HunkID>) -> Region {
    let region = region(of: hunks)
    let own = hunks.compactMap { hunk($0) }
    let added = self.hunks.joined().filter { hunk in
      !hunks.contains(hunk.id) && stands(hunk.id)
        && region.sides.contains { isBeside($0, hunk.event) }
        && (isInside(hunk, region) || putsIn(hunk, region) || isMoved(hunk, with: hunks)
          || takesOutWhite(hunk, beside: region)
          || own.contains { alters(hunk, $0) }
          || goesOn(hunk, at: region, of: own))
    }
    return added.isEmpty ? region : grown(hunks.union(added.map(\.id)))
  }

  /// Whether a hunk's change is not taken back.
  private func stands(_ id: HunkID) -> Bool { hunk(id).map { void.stands($0.place) } ?? false }

  private func isInside(_ hunk: ReferenceHunk, _ region: Region) -> Bool {
    let place = region.text.placed(hunk).place
    let isWithin =
      region.place.lowerBound < place.lowerBound && place.upperBound < region.place.upperBound
    return place.isEmpty ? isWithin : place.overlaps(region.place)
  }

  /// Whether a hunk is a move with one of some others.
  private func isMoved(_ hunk: ReferenceHunk, with others: Set<HunkID>) -> Bool {
    moves(of: hunk.event).contains { move in
      move.from == hunk.id && others.contains(move.to)
        || move.to == hunk.id && others.contains(move.from)
    }
  }

  /// Whether a hunk that takes something out puts something in within a region.
  private func putsIn(_ hunk: ReferenceHunk, _ region: Region) -> Bool {
    let edit = region.text.placed(hunk)
    let (low, high) = (region.place.lowerBound, region.place.upperBound)
    return !edit.place.isEmpty && edit.gaps.contains { low <= $0 && $0 <= high }
  }

  /// Whether a hunk takes out white scalars directly beside a region, and nothing else.
  private func takesOutWhite(_ hunk: ReferenceHunk, beside region: Region) -> Bool {
    let place = region.text.placed(hunk).place
    let isBeside =
      place.upperBound == region.place.lowerBound || place.lowerBound == region.place.upperBound
    return hunk.inserted.isEmpty && !place.isEmpty && isBeside
      && region.text.scalars[place].allSatisfy(table.isWhite)
  }

  /// Whether a hunk deletes what one of another change inserted, or inserts between two of its items.
  private func alters(_ hunk: ReferenceHunk, _ other: ReferenceHunk) -> Bool {
    guard hunk.event != other.event, let first = other.inserted.first,
      let last = other.inserted.last
    else { return false }
    return hunk.deleted.contains(where: other.inserted.contains)
      || hunk.inserted.contains { first < $0 && $0 < last }
  }

  /// Whether a hunk of a side puts something beside what a hunk of the part deletes at an end.
  private func goesOn(_ hunk: ReferenceHunk, at region: Region, of own: [ReferenceHunk]) -> Bool {
    let place = region.text.placed(hunk).place
    guard place.isEmpty, !region.place.isEmpty,
      own.contains(where: { version(of: hunk.event).contains($0.event) })
    else { return false }
    let deletes = { (place: Int) in
      own.contains { $0.deleted.contains(region.text.shown[place]) }
    }
    return place.lowerBound == region.place.lowerBound && deletes(region.place.lowerBound)
      || place.lowerBound == region.place.upperBound && deletes(region.place.upperBound - 1)
  }

  private func isBeside(_ one: Int, _ other: Int) -> Bool {
    !version(of: one).contains(other) && !version(of: other).contains(one)
  }

  private func region(of ids: Set<HunkID>) -> Region {
    let hunks = ids.compactMap { hunk($0) }
    let makers = Set(hunks.map(\.event))
    let base = answered(hunks).map { ancestors[$0.event] }
      .reduce(Set(events.indices)) { $0.intersection($1) }
    let text = placedText(at: base, void: void)
    let edits = hunks.map(text.placed)
    let units = edits.flatMap { text.touched(by: $0) }.map { text.units[$0].range }
    let lists = edits.flatMap { text.altered(by: $0) }.map(\.lines).map { list in
      let end = text.lines[list.upperBound].upperBound
      let isFed = text.scalars[end - 1] == "\n"
      return text.lines[list.lowerBound].lowerBound..<(isFed ? end - 1 : end)
    }
    let ranges = edits.map(\.place) + units + lists
    var start = ranges.map(\.lowerBound).min() ?? 0
    var end = ranges.map(\.upperBound).max() ?? 0
    for sentence in table.sentences(of: text.scalars) {
      let isInside = sentence.lowerBound < start && start < sentence.upperBound
      if start == end ? isInside : sentence.contains(start) || sentence.contains(end - 1) {
        (start, end) = (min(start, sentence.lowerBound), max(end, sentence.upperBound))
      }
    }
    if hunks.allSatisfy(\.text.isEmpty) {
      while start > 0, table.isWhite(text.scalars[start - 1]) { start -= 1 }
    }
    return Region(
      hunks: ids, sides: maximal(makers).sorted { events[$0].order < events[$1].order },
      base: base, text: text, place: start..<end, before: start > 0 ? text.shown[start - 1] : -1,
      behind: end < text.shown.count ? text.shown[end] : items.count)
  }

  /// Hunks, and those that answers among them name, directly or through others.
  private func answered(_ hunks: [ReferenceHunk]) -> [ReferenceHunk] {
    let named = hunks.flatMap { $0.named ?? [] }.compactMap { hunk($0) }
    return hunks + (named.isEmpty ? [] : answered(named))
  }

  /// Whether two regions have more than a scalar beside both in common in the sequence.
  private func share(_ one: Region, _ other: Region) -> Bool {
    one.before < other.behind && other.before < one.behind
  }

  /// The items of a region that a version shows.
  func shown(at version: Set<Int>, in region: Region) -> [Int] {
    shown(at: version, void: void).filter { region.before < $0 && $0 < region.behind }
  }

  /// The events of a set that no other of the set descends from.
  func maximal(_ set: Set<Int>) -> [Int] {
    set.filter { event in !set.contains { ancestors[$0].contains(event) } }
  }

  private func isEarlier(_ left: ReferencePart, _ right: ReferencePart) -> Bool {
    (left.firstItem, left.hunks[0]) < (right.firstItem, right.hunks[0])
  }
}
