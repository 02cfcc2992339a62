internal import AfterwitCausality
internal import AfterwitEncoding

// What two devices wrote over each other is found where their edits lie, in a text that neither of
// them shows: the one at their common ancestors. A zone therefore replays the events of a text from
// a critical version on, by a tracker of its own, and keeps of each event its hunks, as scalars of
// the tracker. One lane of the tracker is kept free to look at any version since the base: hunks are
// placed there, words are read there.
//
// Terms, and what makes a conflict, are those of Protocol/4-documents, "Reviews".
//
// Cost: an event is taken in as by any tracker. Looking at another version costs what the two
// versions differ by; placing a hunk costs O(blocks) and the words around it. Two hunks that are
// placed are compared by a few integers.

/// The events of a text since a critical version, and what reviews ask of them.
struct ReviewZone: Sendable {
  /// The lane that looks at versions; the others take events in.
  static let lookingLane = PerLane.lanes.upperBound - 1

  var tracker: SpanTracker
  /// The hunks of each event since the base.
  private(set) var hunks: [[ZoneHunk]] = []
  /// The hunks that were placed in the version that is looked at, by event.
  var placed: [Int: PlacedChange] = [:]
  /// Of each event that was asked for, where its hunks carried words.
  var moved: [Int: [Int: Int]] = [:]
  /// What each event took out because it stood twice.
  private(set) var takenOutBy: [Int: [Range<ScalarNumber>]] = [:]

  /// Whether the version that is looked at shows nothing of what was taken back later.
  private var overrules = false
  private let baseText: [Unicode.Scalar]
  private(set) var typed = PerLane.lanes.map { _ in ScalarBuffer() }
  private var events: [EnvelopeID: Int] = [:]
  private var orders: [TextOrder] = []

  /// Starts at a critical version that shows this text.
  init(base: [Int], text: [Unicode.Scalar]) {
    tracker = SpanTracker(base: base, typingLanes: Self.lookingLane)
    tracker.telling = .never
    tracker.spans.keepHomes()
    baseText = text
  }

  /// The number of scalars of the version that is looked at.
  var length: Int { length(in: Self.lookingLane) }

  /// The number of scalars of a lane's version.
  func length(in lane: Int) -> Int {
    tracker.spans.preparedCount(in: lane) - (.regionSize - baseText.count)
  }

  /// Whether an item was taken out because it stood twice.
  func isTakenOut(_ item: ScalarNumber) -> Bool {
    takenOutBy.contains { event, ranges in
      !tracker.undos.isVoid(event) && ranges.contains { $0.contains(item) }
        && !tracker.isBack(item, takenOutBy: event)
    }
  }

  /// The hunks of an event since the base.
  func hunks(of event: Int) -> [ZoneHunk] {
    hunks[event - tracker.firstEvent]
  }

  /// Where an event since the base comes in the order that every device knows.
  func order(of event: Int) -> TextOrder {
    orders[event - tracker.firstEvent]
  }

  /// The event that an envelope carries, where it is one since the base.
  func event(in envelope: EnvelopeID) -> Int? { events[envelope] }

  /// Takes in the next event, which fits; the graph holds all before it.
  mutating func append(_ event: TextEvent, in graph: CausalGraph) {
    _ = take(event, in: tracker.travel(to: event, in: graph), graph)
  }

  /// Takes in the next event, and tells what it does to the text that all before it give.
  ///
  /// - Throws: ``TextMisfit`` where it does not fit its parents; no event is taken in then.
  mutating func merge(
    _ event: TextEvent, in graph: CausalGraph
  ) throws(TextMisfit) -> [TextOperation] {
    let lane = tracker.travel(to: event, in: graph)
    try TextMisfit.check(event.operations, length: length(in: lane))
    tracker.telling = .byRun
    defer { tracker.telling = .never }
    return take(event, in: lane, graph)
  }

  mutating func take(
    _ event: TextEvent, in lane: Int, _ graph: CausalGraph
  ) -> [TextOperation] {
    let number = tracker.nextEvent
    if !event.undone.isEmpty, tracker.undos.isEmpty { findCopies(in: graph) }
    let told = tracker.apply(event, in: lane)
    for case .insert(_, let text) in event.operations {
      typed[lane].insert(text, at: typed[lane].count)
    }
    let footprint = tracker.footprint(of: number)
    if event.operations.first == .same { takenOutBy[number] = footprint.deleted }
    let finder = HunkFinder(self, event: event, inserted: footprint.inserted, lane: lane)
    hunks.append(finder.hunks(deleted: footprint.deleted, in: graph))
    noteWriting(of: number)
    if !event.undone.isEmpty { tracker.settleUndo(in: lane, at: event.parents, graph) }
    events[event.order.envelope] = number
    orders.append(event.order)
    if takenOutBy[number] != nil, !tracker.undos.isEmpty {
      findCopies(takenOutBy: number, madeOn: event.parents, in: lane, graph)
    }
    return told
  }

  /// Looks at a version, which is not before the base.
  mutating func look(at version: [Int], in graph: CausalGraph) {
    guard tracker.lanes[Self.lookingLane].version != version else { return }
    tracker.move(Self.lookingLane, to: version, in: graph)
    if overrules { tracker.overruleVoid(in: Self.lookingLane, in: graph) }
    placed = [:]
  }

  /// Says which hunks those of the event taken in last write into.
  private mutating func noteWriting(of event: Int) {
    var isVoidKept = false
    for (number, hunk) in hunks(of: event).enumerated() {
      for place in hunk.writesInto {
        let other = hunks(of: place.event)[place.number]
        tracker.note(
          HunkPlace(event: event, number: number), into: place,
          WrittenHunk(inserted: other.inserted, deleted: other.deleted))
        isVoidKept = isVoidKept || tracker.undos.isVoid(place.event)
      }
    }
    if isVoidKept { tracker.findKept() }
  }

  /// Whether a hunk was taken back, and nobody who wrote into it keeps it.
  func isVoid(_ hunk: HunkPlace) -> Bool { tracker.isVoid(hunk) }

  /// Whether an event was taken back, with every hunk that it has.
  func isVoid(_ event: Int) -> Bool {
    tracker.undos.isVoid(event)
      && hunks(of: event).indices.allSatisfy { isVoid(HunkPlace(event: event, number: $0)) }
  }

  /// From now on looks at versions as if nothing that was taken back had ever been done.
  mutating func overruleVoid(in graph: CausalGraph) {
    guard !overrules, !tracker.undos.isEmpty else { return }
    overrules = true
    tracker.overruleVoid(in: Self.lookingLane, in: graph)
    placed = [:]
  }

  /// A scalar, or `nil` for what lies behind the text at the base.
  func scalar(_ number: ScalarNumber) -> Unicode.Scalar? {
    let (region, offset) = number.quotientAndRemainder(dividingBy: .regionSize)
    if region > 0 { return typed[region - 1][offset] }
    return offset < baseText.count ? baseText[offset] : nil
  }

  /// The scalars of some numbers in a row; what lies behind the text at the base is left out.
  func scalars(of run: Range<ScalarNumber>) -> [Unicode.Scalar] {
    let (region, offset) = run.lowerBound.quotientAndRemainder(dividingBy: .regionSize)
    let range = offset..<offset + run.count
    return region > 0
      ? typed[region - 1].scalars(in: range) : Array(baseText[range.clamped(to: baseText.indices)])
  }

  /// The scalars of some numbers, as a text.
  func text(of runs: [Range<ScalarNumber>]) -> String {
    runs.map { run in
      let (region, offset) = run.lowerBound.quotientAndRemainder(dividingBy: .regionSize)
      if region > 0 { return typed[region - 1].text(in: offset..<offset + run.count) }
      return String(String.UnicodeScalarView(scalars(of: run)))
    }.joined()
  }
}

// The version that is looked at.
extension ReviewZone {
  /// How many scalars it shows before an item.
  func shownCount(before item: ScalarNumber) -> Int {
    tracker.spans.preparedCount(before: tracker.spans.place(of: item), in: Self.lookingLane)
  }

  /// Whether it shows an item.
  func isShown(_ item: ScalarNumber) -> Bool {
    tracker.spans[tracker.spans.place(of: item)].prepared[Self.lookingLane] == 1
  }

  /// The item it shows at a position, or `nil` outside the text.
  func item(at position: Int) -> ScalarNumber? {
    guard position >= 0, position < length else { return nil }
    let place = tracker.spans.place(prepared: position, in: Self.lookingLane)
    return tracker.spans[place].first + place.offset
  }

  /// The scalars it shows at some positions; what lies outside the text is left out.
  func scalars(at positions: Range<Int>) -> [Unicode.Scalar] {
    runs(at: positions).flatMap { scalars(of: $0) }
  }

  /// The items it shows at some positions; what lies outside the text is left out.
  func items(at positions: Range<Int>) -> [ScalarNumber] { runs(at: positions).flatMap(\.self) }

  /// The same in runs.
  private func runs(at positions: Range<Int>) -> [Range<ScalarNumber>] {
    let positions = positions.clamped(to: 0..<length)
    var found: [Range<ScalarNumber>] = []
    guard !positions.isEmpty else { return found }
    var left = positions.count
    var walk = tracker.spans.place(prepared: positions.lowerBound, in: Self.lookingLane)
    while left > 0, let place = tracker.spans.settled(walk) {
      let span = tracker.spans[place]
      guard span.prepared[Self.lookingLane] == 1 else {
        // A thousand that are not shown may follow one another.
        walk = tracker.spans.place(
          prepared: positions.upperBound - left, in: Self.lookingLane)
        continue
      }
      let end = min(span.count, place.offset + left)
      found.append(span.first + place.offset..<span.first + end)
      left -= end - place.offset
      walk = tracker.spans.behind(place)
    }
    return found
  }
}
