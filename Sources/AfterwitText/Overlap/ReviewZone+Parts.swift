internal import AfterwitCausality
internal import AfterwitEncoding

// Hunks that unsettled conflicts link make a part. A part grows by what concurrent changes did in
// the same sentences, and parts that reach into each other are one (Protocol/4-documents, "Parts of an overlap").

extension ReviewZone {
  /// The stretch of text in dispute, between two scalars of the text at the base of a part.
  struct Region: Hashable, Sendable {
    /// The scalar before it, or `nil` for the start of the text.
    var before: ScalarNumber?
    /// The scalar behind it, or `nil` for the end of the text.
    var behind: ScalarNumber?
  }

  /// The parts that conflicts make.
  mutating func parts(of conflicts: [ZoneMeeting], in graph: CausalGraph) -> [ZonePart] {
    overruleVoid(in: graph)
    var groups = linked(conflicts)
    var concurrent: [Int: [Int]] = [:]
    while true {
      let drafts = groups.map { grown($0, &concurrent, in: graph) }
      let united = united(drafts)
      guard united.count < drafts.count else {
        return drafts.map { woven($0, in: graph) }
      }
      groups = united
    }
  }

  /// The hunks that conflicts link, directly or through others, without void ones; each group ascends.
  private func linked(_ conflicts: [ZoneMeeting]) -> [[HunkPlace]] {
    var groups = Groups<HunkPlace>()
    for meeting in conflicts {
      let left = meeting.left.filter { !isVoid($0) }
      let right = meeting.right.filter { !isVoid($0) }
      guard let first = left.first, let other = right.first else { continue }
      for hunk in right { groups.link(first, hunk) }
      for hunk in left { groups.link(hunk, other) }
    }
    return groups.all.map { $0.sorted() }
  }

  /// A part, of which it is not known yet whether others belong to it.
  private struct Draft {
    var ends: [HunkPlace]
    var sides: [Int]
    var base: [Int]
    var region: Region
  }

  private mutating func grown(
    _ ends: [HunkPlace], _ concurrent: inout [Int: [Int]], in graph: CausalGraph
  ) -> Draft {
    var known = Set(ends)
    while true {
      let makers = Set(known.map(\.event))
      let sides = graph.maximal(makers.sorted()).sorted { order(of: $0) < order(of: $1) }
      let named = known.map { hunks(of: $0.event)[$0.number].answeredEvents }
      let changes = named.reduce(makers) { $0.union($1) }.sorted()
      let base = changes.dropFirst().reduce([changes[0]]) { graph.commonAncestors($0, [$1]) }
      look(at: base, in: graph)
      var positions = sentences(around: hull(of: known))
      if known.allSatisfy({ hunks(of: $0.event)[$0.number].isDeletion }) {
        positions = whiteSpace(before: positions)
      }
      var added: Set<HunkPlace> = []
      for side in sides {
        for event in events(concurrentWith: side, &concurrent, in: graph) {
          for (number, place) in places(of: event).enumerated() {
            let end = HunkPlace(event: event, number: number)
            guard !known.contains(end), !isVoid(end) else { continue }
            if otherHalf(of: end).map(known.contains) ?? false
              || place.place.isInside(positions) || putsIn(place, positions)
              || takesOutWhite(place, beside: positions)
              || alters(end, known)
              || putsBack(place, positions, known)
                && makers.contains(where: { graph.isAncestor($0, orEqualToAnyOf: [event]) })
            {
              added.insert(end)
            }
          }
        }
      }
      known.formUnion(added)
      if added.isEmpty {
        return Draft(
          ends: known.sorted(), sides: sides, base: base,
          region: Region(
            before: item(at: positions.lowerBound - 1), behind: item(at: positions.upperBound)))
      }
    }
  }

  /// Whether a hunk deletes something that one of some others inserted, or inserts between.
  private func alters(_ end: HunkPlace, _ known: Set<HunkPlace>) -> Bool {
    let hunk = hunks(of: end.event)[end.number]
    return known.contains { other in
      let inserted = hunks(of: other.event)[other.number].inserted
      guard other.event != end.event, let first = inserted.first?.lowerBound,
        let last = inserted.last?.last
      else { return false }
      return hunk.deleted.contains { range in inserted.contains { $0.overlaps(range) } }
        || hunk.inserted.contains { run in
          // Others may have inserted inside the run.
          let next = run.partitioningIndex { tracker.spans.isBefore(first, $0) }
          return next < run.upperBound && tracker.spans.isBefore(next, last)
        }
    }
  }

  /// Whether a hunk that takes something out beside a range of the version that is looked at puts
  /// something in within it.
  private func putsIn(_ place: PlacedEdit, _ range: Range<Int>) -> Bool {
    !place.place.isSingle
      && place.gaps.contains { range.lowerBound <= $0 && $0 <= range.upperBound }
  }

  /// Whether a hunk takes out white space alone that stands directly beside a range of the version
  /// that is looked at, so that what else stands there keeps that from what is in the range.
  private func takesOutWhite(_ place: PlacedEdit, beside range: Range<Int>) -> Bool {
    let (start, end) = (place.place.lowerBound, place.place.upperBound)
    return place.isDeletion && start < end
      && (end == range.lowerBound || start == range.upperBound)
      && scalars(at: start..<end).allSatisfy(\.isWhite)
  }

  /// Whether a hunk puts something in at an end of a range of the version that is looked at where one
  /// of some others has taken something out.
  private func putsBack(
    _ place: PlacedEdit, _ range: Range<Int>, _ known: Set<HunkPlace>
  ) -> Bool {
    guard place.place.isSingle, !range.isEmpty else { return false }
    let lost = [
      place.place.lowerBound == range.lowerBound ? item(at: range.lowerBound) : nil,
      place.place.upperBound == range.upperBound ? item(at: range.upperBound - 1) : nil,
    ].compactMap { $0 }
    return lost.contains { item in
      known.contains { end in
        hunks(of: end.event)[end.number].deleted.contains { $0.contains(item) }
      }
    }
  }

  /// From the first thing that hunks are about in the version that is looked at to the last.
  private mutating func hull(of ends: Set<HunkPlace>) -> Range<Int> {
    var start = Int.max
    var end = 0
    for place in ends.map({ placedChange($0.event).hunks[$0.number].place }) {
      for range in [place.touched, place.list].compactMap({ $0 }) {
        (start, end) = (min(start, range.lowerBound), max(end, range.upperBound))
      }
      (start, end) = (min(start, place.place.lowerBound), max(end, place.place.upperBound))
    }
    return start..<max(start, end)
  }

  /// The events with hunks that are neither before nor behind another one.
  private func events(
    concurrentWith event: Int, _ known: inout [Int: [Int]], in graph: CausalGraph
  ) -> [Int] {
    if let found = known[event] { return found }
    var behind: Set<Int> = [event]
    var found: [Int] = []
    for other in graph.difference(graph.frontier, [event]).onlyA.joined() {
      if other > event, !behind.isDisjoint(with: graph.parents(of: other)) {
        behind.insert(other)
      } else if other >= tracker.firstEvent, !hunks(of: other).isEmpty, !isVoid(other) {
        found.append(other)
      }
    }
    known[event] = found
    return found
  }

  /// The hunks of parts that share some, or whose regions reach into each other, together.
  private func united(_ drafts: [Draft]) -> [[HunkPlace]] {
    var groups = Groups<Int>()
    var owners: [HunkPlace: Int] = [:]
    for (place, draft) in drafts.enumerated() {
      groups.link(place, place)
      for end in draft.ends {
        if let owner = owners[end] { groups.link(owner, place) }
        owners[end] = place
      }
    }
    let order = drafts.indices.sorted { starts(drafts[$0].region, before: drafts[$1].region) }
    var widest: Int?
    for place in order {
      if let before = widest, reaches(drafts[before].region, into: drafts[place].region) {
        groups.link(before, place)
      }
      if let before = widest, ends(drafts[place].region, before: drafts[before].region) { continue }
      widest = place
    }
    return groups.all.map { group in Set(group.flatMap { drafts[$0].ends }).sorted() }
  }

  private func starts(_ one: Region, before other: Region) -> Bool {
    guard let second = other.before else { return false }
    return one.before.map { tracker.spans.isBefore($0, second) } ?? true
  }

  private func ends(_ one: Region, before other: Region) -> Bool {
    guard let first = one.behind else { return false }
    return other.behind.map { tracker.spans.isBefore(first, $0) } ?? true
  }

  /// Whether a region that starts no later than another has more than an end in common with it.
  private func reaches(_ region: Region, into other: Region) -> Bool {
    guard let end = region.behind, let start = other.before else { return true }
    return tracker.spans.isBefore(start, end)
  }
}

extension ReviewZone {
  private mutating func woven(_ draft: Draft, in graph: CausalGraph) -> ZonePart {
    look(at: draft.base, in: graph)
    let positions = positions(of: draft.region)
    let base = scalars(at: positions)
    let beside = TextWindow.Beside(
      before: draft.region.before.flatMap { scalar($0) },
      behind: draft.region.behind.flatMap { scalar($0) })
    let following = scalars(at: positions.upperBound..<positions.upperBound + 2)
    let answers = draft.ends.filter { hunks(of: $0.event)[$0.number].isAnswer }.map(\.event)
    let sides = draft.sides.map { side in
      look(at: [side], in: graph)
      return Weave.Side(
        words: scalars(at: self.positions(of: draft.region)),
        isAnswer: answers.contains { graph.isAncestor($0, orEqualToAnyOf: [side]) })
    }
    let weave = Weave(sides, over: base, beside: beside, following: following)
    look(at: draft.sides.sorted(), in: graph)
    let together = items(at: self.positions(of: draft.region)).filter { !isTakenOut($0) }
    look(at: graph.frontier, in: graph)
    let now = self.positions(of: draft.region)
    let found = items(at: now)
    var part = ZonePart(
      hunks: draft.ends, sides: draft.sides, base: draft.base, region: draft.region,
      words: weave.text, woven: weave.text, isOpen: weave.isOpen, current: now, isEdited: false)
    let first = together.first.flatMap { found.firstIndex(of: $0) } ?? 0
    if found[first...].starts(with: together) {
      part.current = now.lowerBound + first..<now.lowerBound + first + together.count
    } else {
      (part.words, part.isEdited) = (scalars(at: now), true)
    }
    return part
  }

  /// The positions of a region in the version that is looked at.
  func positions(of region: Region) -> Range<Int> {
    let start = region.before.map { shownCount(before: $0) + (isShown($0) ? 1 : 0) } ?? 0
    let end = region.behind.map { shownCount(before: $0) } ?? length
    return start..<max(start, end)
  }
}

extension ClosedRange<Int> {
  /// Whether a place shares a scalar with a range, or is a gap inside it.
  fileprivate func isInside(_ range: Range<Int>) -> Bool {
    isSingle
      ? range.lowerBound < lowerBound && lowerBound < range.upperBound
      : Swift.max(lowerBound, range.lowerBound) < Swift.min(upperBound, range.upperBound)
  }
}

/// Hunks that belong together, and what a person may choose from.
struct ZonePart: Hashable, Sendable {
  /// The hunks, ascending by event and number.
  var hunks: [HunkPlace]
  /// The maximal events among those of the hunks, in the order that every device knows.
  var sides: [Int]
  /// The version of what was known to all that made it.
  var base: [Int]
  /// The stretch of text in dispute.
  var region: ReviewZone.Region
  /// What stands there: the sides woven, or what was written over them by somebody who saw them.
  var words: [Unicode.Scalar]
  /// The sides woven.
  var woven: [Unicode.Scalar]
  /// Whether a person has to be asked.
  var isOpen: Bool
  /// Where the text that the changes give has the region.
  var current: Range<Int>
  /// Whether somebody who saw all sides has edited what stands.
  var isEdited: Bool
}
