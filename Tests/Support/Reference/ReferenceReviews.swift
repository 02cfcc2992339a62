internal import AfterwitDocument
public import AfterwitText

// The oracle for reviews of texts, written from the sentences of Protocol/4-documents ("Reviews")
// and from nothing else. The sequence of all items stands once and for all; what a version shows,
// which items are a change's own, where a hunk lies in a text: each is asked anew of the whole
// sequence, every pair of concurrent changes is compared, and parts grow until nothing links any
// more. An item is named by its place in the sequence.
//
// Cost: O(n) for each question, O(e²·n) for e events and n items.

/// The reviews of one text, from its events alone.
public struct ReferenceReviews: Sendable {
  /// The events, parents first.
  public let events: [TextEvent]
  /// Everything that was ever inserted, in the sequence.
  public let items: [ReferenceItem]
  /// For each event, those that its author had seen.
  public let ancestors: [Set<Int>]
  /// The hunks of each event, by number.
  public private(set) var hunks: [[ReferenceHunk]] = []
  /// The conflicts, settled ones too.
  public private(set) var conflicts: Set<ReferenceConflict> = []
  /// The pairs that wrote the same.
  public private(set) var twins: Set<ReferenceConflict> = []
  /// All parts in their order, those that ask nobody too.
  public private(set) var parts: [ReferencePart] = []
  /// What is taken back.
  public let void: ReferenceVoid
  let table: ReferenceUnits
  let text: ReferenceText

  /// Derives everything from events that fit.
  public init(
    events: [TextEvent], table: ReferenceUnits = .specified, findingParts: Bool = true
  ) {
    var text = ReferenceText()
    for event in events { text.append(event) }
    text.findGroups()
    (self.events, self.table, self.text) = (events, table, text)
    (items, ancestors) = (text.items, text.ancestors)
    void = text.void(knowing: events.map { _ in true })
    for event in events.indices { hunks.append(hunks(of: event)) }
    for later in events.indices {
      for earlier in 0..<later where !ancestors[later].contains(earlier) {
        compare(earlier, later)
      }
    }
    if findingParts { parts = findParts() }
  }

  /// The conflicts that an answer settled.
  public var settled: Set<ReferenceConflict> {
    let answers = hunks.joined().filter { void.stands($0.place) }.compactMap(\.named)
    return conflicts.filter { conflict in
      answers.contains { $0.contains(conflict.first) && $0.contains(conflict.second) }
    }
  }

  /// The hunk of a name.
  public func hunk(_ id: HunkID) -> ReferenceHunk? { hunks.joined().first { $0.id == id } }

  /// The items that a version shows, the version being every event in it; as its authors saw it, or
  /// as if nothing of what is void now had ever been done.
  public func shown(at version: Set<Int>, void known: ReferenceVoid? = nil) -> [Int] {
    let void = known ?? text.void(knowing: events.indices.map(version.contains))
    return items.indices.filter { item in
      version.contains(items[item].inserter)
        && text.counts(items[item].inserter, on: items[item].node, void: void)
        && !items[item].deleters.keys.contains {
          version.contains($0) && text.deletes($0, items[item].node, void: void)
        }
    }
  }

  /// An event with its ancestors.
  func version(of event: Int) -> Set<Int> { ancestors[event].union([event]) }

  /// The text that a version shows, to place edits in it.
  func placedText(at version: Set<Int>, void: ReferenceVoid? = nil) -> PlacedText {
    let shown = shown(at: version, void: void)
    var text = PlacedText(shown.map { items[$0].scalar }, table: table)
    text.shown = shown
    return text
  }

  // MARK: Conflicts

  private mutating func compare(_ earlier: Int, _ later: Int) {
    let base = placedText(at: ancestors[earlier].intersection(ancestors[later]))
    for one in hunks[earlier] {
      for other in hunks[later] {
        let pair = ReferenceConflict(one.id, other.id)
        if agree(one, other, in: base), !one.text.isEmpty { twins.insert(pair) }
        let isAgreed =
          hunks[later].contains { agree(one, $0, in: base) }
          || hunks[earlier].contains { agree($0, other, in: base) }
        if !isAgreed, !isNested(one, other), areAboutOneThing(one, other, in: base) {
          conflicts.insert(pair)
        }
      }
    }
  }

  private func areAboutOneThing(
    _ one: ReferenceHunk, _ other: ReferenceHunk, in base: PlacedText
  ) -> Bool {
    let (left, right) = (base.placed(one), base.placed(other))
    let lists = base.altered(by: right).map(\.list)
    if base.altered(by: left).contains(where: { lists.contains($0.list) }) { return true }
    if one.isParagraph, other.isParagraph {
      return base.lineGaps(of: one) == base.lineGaps(of: other)
        && table.shareLine(one.text, other.text)
    }
    if one.isParagraph != other.isParagraph, areEndToEnd(left.place, right.place),
      table.shareLine(one.text, other.text)
    {
      return true
    }
    let isOfAnswer = one.named != nil || other.named != nil
    return isOfAnswer && !Set(one.items).isDisjoint(with: other.items)
      || !left.gaps.isDisjoint(with: right.gaps) || base.overlap(left, right)
      || takesLine(one, from: other) || takesLine(other, from: one)
  }

  /// Whether the one is empty and an end of the other.
  private func areEndToEnd(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let isEnd = { (inner: Range<Int>, outer: Range<Int>) in
      inner.isEmpty && [outer.lowerBound, outer.upperBound].contains(inner.lowerBound)
    }
    return isEnd(one, other) || isEnd(other, one)
  }

  /// Whether a hunk deletes what a paragraph leans on, and its change leaves a line open there.
  private func takesLine(_ hunk: ReferenceHunk, from paragraph: ReferenceHunk) -> Bool {
    guard let lineFeed = paragraph.leansOn, hunk.deleted.contains(lineFeed) else { return false }
    let left = shown(at: version(of: hunk.event))
    let isBefore = lineFeed < paragraph.items[0]
    let next = isBefore ? left.last { $0 < lineFeed } : left.first { $0 > lineFeed }
    return next.map { !table.endsLine(items[$0].scalar) } ?? false
  }

  private func agree(_ one: ReferenceHunk, _ other: ReferenceHunk, in base: PlacedText) -> Bool {
    if one.deleted != other.deleted { return false }
    if one.text.isEmpty, other.text.isEmpty {
      return !Set(one.items).isDisjoint(with: other.items)
    }
    return one.isParagraph == other.isParagraph && one.text == other.text
      && (!one.deleted.isEmpty || base.lineGaps(of: one) == base.lineGaps(of: other))
  }

  private func isMoved(_ hunk: ReferenceHunk) -> Bool {
    moves(of: hunk.event).contains { $0.from == hunk.id }
  }

  /// Whether both are deletions, of no answer, and one takes out what the other does, or more.
  private func isNested(_ one: ReferenceHunk, _ other: ReferenceHunk) -> Bool {
    let (left, right) = (Set(one.deleted), Set(other.deleted))
    return one.text.isEmpty && other.text.isEmpty && one.named == nil && other.named == nil
      && (left.isSubset(of: right) && !isMoved(other)
        || right.isSubset(of: left) && !isMoved(one))
  }
}
