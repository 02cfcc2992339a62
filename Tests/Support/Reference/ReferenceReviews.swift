internal import AfterwitDocument
public import AfterwitText

// The oracle for reviews of texts, written from the sentences of Protocol/4-documents ("Reviews")
// and from nothing else. The sequence of all items stands once and for all; what a version shows,
// which items are a change's own, where a hunk lies in the common text: each is asked anew of the
// whole sequence, every pair of concurrent changes is compared, and parts grow until nothing
// links any more. An item is named by its place in the sequence.
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
  /// The pairs that did the same.
  public private(set) var twins: Set<ReferenceConflict> = []
  let tokens: ReferenceTokens

  /// Derives everything from events that fit.
  public init(events: [TextEvent], tokens: ReferenceTokens = .specified) {
    var text = ReferenceText()
    for event in events { text.append(event) }
    (self.events, self.tokens, items, ancestors) = (events, tokens, text.items, text.ancestors)
    for event in events.indices { hunks.append(hunks(of: event)) }
    for later in events.indices {
      for earlier in 0..<later where !ancestors[later].contains(earlier) {
        compare(earlier, later)
      }
    }
  }

  /// The conflicts that an answer settled.
  public var settled: Set<ReferenceConflict> {
    let answers = hunks.joined().compactMap(\.named)
    return conflicts.filter { conflict in
      answers.contains { $0.contains(conflict.first) && $0.contains(conflict.second) }
    }
  }

  /// The hunk of a name.
  public func hunk(_ id: HunkID) -> ReferenceHunk? { hunks.joined().first { $0.id == id } }

  /// The items that a version shows, the version being every event in it.
  public func shown(at version: Set<Int>) -> [Int] {
    items.indices.filter { item in
      version.contains(items[item].inserter)
        && (items[item].deleters.isEmpty
          || !items[item].deleters.keys.contains { version.contains($0) })
    }
  }

  // MARK: Hunks

  private func hunks(of event: Int) -> [ReferenceHunk] {
    if events[event].operations.contains(.same) { return [] }
    let surviving = shown(at: ancestors[event]).filter { items[$0].deleters[event] == nil }
    var own = items.indices.filter { item in
      (items[item].inserter == event) != (items[item].deleters[event] != nil)
    }
    var answers: [(items: [Int], own: [Int], named: Set<HunkID>?)] = []
    let operations = events[event].operations
    for (place, operation) in operations.enumerated() {
      guard case .answer(let names) = operation else { continue }
      let named = names.compactMap { hunk($0) }.filter { ancestors[event].contains($0.event) }
      if named.isEmpty { continue }
      let edits = operations[(place + 1)...].prefix { !$0.isAnswer }.indices
      let taken = own.filter { item in
        edits.contains(items[item].deleters[event] ?? items[item].insertion)
      }
      own.removeAll { taken.contains($0) }
      let all = Set(named.flatMap(\.items) + taken).sorted()
      answers.append((all, taken, Set(named.map(\.id))))
    }
    var groups: [[Int]] = []
    for item in own {
      if let last = groups.last?.last, !surviving.contains(where: { last < $0 && $0 < item }) {
        groups[groups.count - 1].append(item)
      } else {
        groups.append([item])
      }
    }
    let all = groups.map { (items: $0, own: $0, named: Set<HunkID>?.none) } + answers
    return all.enumerated().map { number, group in
      hunk(of: event, number: number, items: group.items, own: group.own, named: group.named)
    }
  }

  private func hunk(
    of event: Int, number: Int, items group: [Int], own: [Int], named: Set<HunkID>?
  ) -> ReferenceHunk {
    let inserted = own.filter { items[$0].inserter == event }
    let deleted = own.filter { items[$0].deleters[event] != nil }
    let text = inserted.map { items[$0].scalar }
    let seen = shown(at: ancestors[event])
    let itemBefore = seen.last { $0 < group[0] }
    let itemBehind = seen.first { $0 > group[group.count - 1] }
    let before = itemBefore.map { items[$0].scalar } ?? "\n"
    let behind = itemBehind.map { items[$0].scalar } ?? "\n"
    let isBehindLine = before == "\n" && text.last == "\n"
    let isBeforeLine = behind == "\n" && text.first == "\n"
    let isParagraph = named == nil && deleted.isEmpty && (isBehindLine || isBeforeLine)
    var leansOn: Int?
    if isParagraph, isBehindLine, text.first != "\n" { leansOn = itemBefore }
    if isParagraph, isBeforeLine, text.last != "\n" { leansOn = itemBehind }
    return ReferenceHunk(
      id: HunkID(envelope: events[event].order.envelope, number: number), event: event,
      items: group, deleted: deleted, inserted: inserted, text: text, named: named,
      isParagraph: isParagraph, leansOn: leansOn)
  }

  // MARK: Conflicts

  private mutating func compare(_ earlier: Int, _ later: Int) {
    let base = BaseText(
      shown: shown(at: ancestors[earlier].intersection(ancestors[later])), items: items,
      tokens: tokens)
    for one in hunks[earlier] {
      for other in hunks[later] {
        let pair = ReferenceConflict(one.id, other.id)
        if areTwins(one, other, in: base) { twins.insert(pair) }
        guard
          base.overlap(one, other) || takesLine(one, from: other)
            || takesLine(other, from: one)
        else { continue }
        let isAgreed =
          hunks[later].contains { agree(one, $0, in: base) }
          || hunks[earlier].contains { agree($0, other, in: base) }
        let areParagraphs = one.isParagraph && other.isParagraph
        if !isAgreed, !areParagraphs, !isNested(one, other) { conflicts.insert(pair) }
      }
    }
  }

  /// Whether a hunk deletes what a paragraph leans on, and its change leaves a line open there.
  private func takesLine(_ hunk: ReferenceHunk, from paragraph: ReferenceHunk) -> Bool {
    guard let lineFeed = paragraph.leansOn, hunk.deleted.contains(lineFeed) else { return false }
    let left = shown(at: ancestors[hunk.event].union([hunk.event]))
    let isBefore = lineFeed < paragraph.items[0]
    let next = isBefore ? left.last { $0 < lineFeed } : left.first { $0 > lineFeed }
    return next.map { items[$0].scalar != "\n" } ?? false
  }

  private func areTwins(_ one: ReferenceHunk, _ other: ReferenceHunk, in base: BaseText) -> Bool {
    !one.isParagraph && !other.isParagraph && !one.text.isEmpty && one.text == other.text
      && one.deleted == other.deleted
      && (!one.deleted.isEmpty || base.gaps(of: one) == base.gaps(of: other))
  }

  private func agree(_ one: ReferenceHunk, _ other: ReferenceHunk, in base: BaseText) -> Bool {
    areTwins(one, other, in: base)
      || one.text.isEmpty && other.text.isEmpty && one.deleted == other.deleted
        && !Set(one.items).isDisjoint(with: other.items)
  }

  /// Whether both are deletions, of no answer, and one takes out what the other does, or more.
  private func isNested(_ one: ReferenceHunk, _ other: ReferenceHunk) -> Bool {
    let (left, right) = (Set(one.deleted), Set(other.deleted))
    return one.text.isEmpty && other.text.isEmpty && one.named == nil && other.named == nil
      && (left.isSubset(of: right) || right.isSubset(of: left))
  }
}

extension TextOperation {
  fileprivate var isAnswer: Bool {
    if case .answer = self { true } else { false }
  }
}

/// The text at the common ancestors of two changes, or of the sides of a part.
struct BaseText {
  /// The items that it shows.
  let shown: [Int]
  /// Their scalars.
  let scalars: [Unicode.Scalar]
  /// The ranges of its tokens.
  let ranges: [Range<Int>]
  private let tokens: ReferenceTokens

  init(shown: [Int], items: [ReferenceItem], tokens: ReferenceTokens) {
    self.shown = shown
    self.tokens = tokens
    scalars = shown.map { items[$0].scalar }
    ranges = tokens.ranges(in: scalars)
  }

  /// Where a hunk begins and ends.
  func place(of hunk: ReferenceHunk) -> (a: Int, b: Int) {
    let (first, last) = (hunk.items[0], hunk.items[hunk.items.count - 1])
    return (shown.count { $0 < first }, shown.count { $0 <= last })
  }

  /// The gaps into which a hunk inserts.
  func gaps(of hunk: ReferenceHunk) -> Set<Int> {
    Set(hunk.inserted.map { item in shown.count { $0 < item } })
  }

  /// The tokens that a hunk touches.
  func touched(by hunk: ReferenceHunk) -> [Range<Int>] {
    if hunk.isParagraph { return [] }
    let place = place(of: hunk)
    return ranges.filter { $0.lowerBound <= place.b && $0.upperBound >= place.a }
  }

  /// Whether two hunks overlap, by the four rules in turn.
  func overlap(_ one: ReferenceHunk, _ other: ReferenceHunk) -> Bool {
    if !Set(one.items).isDisjoint(with: other.items) { return true }
    let (left, right) = (place(of: one), place(of: other))
    if max(left.a, right.a) < min(left.b, right.b) { return true }
    if left.a == left.b, right.a < left.a, left.a < right.b { return true }
    if right.a == right.b, left.a < right.a, right.a < left.b { return true }
    if !gaps(of: one).isDisjoint(with: gaps(of: other)) { return true }
    return touched(by: one).contains { mine in
      touched(by: other).contains { theirs in
        if mine == theirs { return true }
        let (first, second) =
          mine.lowerBound < theirs.lowerBound ? (mine, theirs) : (theirs, mine)
        return tokens.areNeighbours(first, second, among: ranges, in: scalars)
      }
    }
  }
}
