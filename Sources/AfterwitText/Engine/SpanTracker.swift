internal import AfterwitCausality
internal import AfterwitEncoding

// A tracker translates positions. It knows every scalar that was there at its base or was inserted
// since, in their one order, and for each two things: whether it is there in the prepared version,
// which is the text that the next event was made on, and whether the merged text of all events met
// so far shows it. To take an event in:
//
// 1. Travel: take back what the prepared version has and the event's parents lack, and put in what
//    they have and it lacks. Only the prepared states change.
// 2. Find each operation's place by counting what the prepared version shows.
// 3. Carry it out there, in both versions, and tell what that does to the merged text: at once, or
//    of many events together at the end (SpanTracker+Telling.swift).
//
// The text at the base is a placeholder: nobody asks which scalars stood there, and not even how
// many, so it is endless, and its excess stands behind every text as the right origin of what was
// inserted at the end. Deletions that happened before the base are unknown, which changes no order:
// between two neighbours of the base's text, everyone's origins moved alike.
//
// Travelling far for every event would be quadratic where devices that have not met type turn by
// turn. So there are several lanes, each with a prepared version of its own, and each of the first
// few devices has one. What a device has seen only grows, so its lane takes every event in once.
//
// A stretch of events that one device made in a row, each of which typed or deleted the next few
// scalars, is taken in as one: SpanTracker+Runs.swift.
//
// Invariant: between events, the length of a lane's version and that of the merged text differ from
// the true lengths by the same excess; in each lane `prepared` of a scalar is its insertion plus
// the deletions of it, each counted if it is in the lane's version.
//
// Cost: one event costs its operations times O(log spans), plus the runs of scalars that travelling
// changes times the same.

/// Replays events from a critical version on, and translates them to the merged text.
package struct SpanTracker: Sendable {
  /// What is known of an event that was taken in.
  struct Footprint: Hashable {
    /// The numbers of what it inserted.
    var inserted: Range<ScalarNumber>
    /// The numbers of what it deleted, in the order of its operations.
    var deleted: [Range<ScalarNumber>] = []
  }

  /// A prepared version, and whose scalars have the numbers of its region.
  struct Lane: Sendable {
    /// The device whose event came through last.
    var device: DeviceID?
    /// The version that prepared states describe.
    var version: [Int] = []
    /// The number of the next scalar inserted through this lane.
    var nextNumber: ScalarNumber = 0
    /// The places of the records of what was inserted through this lane.
    var insertions: [Int32] = []
    /// The last event of the other lane that the version holds, where two lanes are a pair.
    var lastHeard = -1
    /// What of all that was typed the scalars are that the text was not told of.
    var typed = TypedNumbers()

    /// Begins at a version, without a device, with the first number of a region.
    mutating func restart(at version: [Int], firstNumber: ScalarNumber) {
      device = nil
      stand(at: version)
      nextNumber = firstNumber
      insertions.removeAll(keepingCapacity: true)
      lastHeard = version.last ?? -1
      typed = TypedNumbers()
    }

    /// Changes the version, in the memory that it has.
    mutating func stand(at heads: some Collection<Int>) {
      while version.count > heads.count { version.removeLast() }
      for (place, head) in heads.enumerated() {
        if place < version.count { version[place] = head } else { version.append(head) }
      }
    }
  }

  /// The critical version whose text is the placeholder: one event, or the start of time.
  private(set) var base: [Int] = []
  /// The sequence of all scalars.
  var spans: SpanTree
  var lanes: [Lane]

  /// The index of the first event that is not at the base.
  private(set) var firstEvent = 0
  /// The index of the event to take in next.
  var nextEvent = 0
  /// How many events were taken in over all starts: a deterministic figure of the benchmarks.
  private(set) var eventsReplayed = 0
  /// When the text is told what events do to it.
  var telling = Telling.byRun
  /// By how much the versions and the merged text are longer here than in truth.
  var excess = 0
  /// How many lanes, from the first, events are taken in through; the others stand where they are
  /// put.
  let typingLanes: Int
  /// Whether events came through the first two lanes alone, each made on the one before in its lane.
  var isPair = true
  var footprints = Footprints()
  var orders = EventOrders()
  /// What was taken back by the events taken in.
  var undos = Undos()
  /// What is taken back in the version of each lane.
  var laneUndos: [LaneUndos]
  /// What events took out because it stood twice, where the same was kept.
  var copies: [Int: [TakenCopy]] = [:]
  /// The hunks that later ones wrote into, by event and number.
  var written: [Int: [Int: WrittenHunk]] = [:]
  /// Those of them that stand though their events are void by all events taken in.
  var kept: Set<HunkPlace> = []

  /// Starts at a critical version of a history.
  init(base: [Int], typingLanes: Int = PerLane.lanes.count) {
    self.typingLanes = typingLanes
    lanes = PerLane.lanes.map { _ in Lane() }
    laneUndos = lanes.map { _ in LaneUndos() }
    spans = SpanTree(Self.placeholder)
    restart(at: base)
  }

  /// Starts again at another critical version of the history, in the memory at hand.
  mutating func restart(at base: [Int]) {
    self.base = base
    firstEvent = (base.last ?? -1) + 1
    nextEvent = firstEvent
    for lane in lanes.indices {
      lanes[lane].restart(at: base, firstNumber: .regionSize * (lane + 1))
    }
    spans.restart(Self.placeholder)
    telling = .byRun
    excess = 0
    isPair = true
    footprints.removeAll()
    orders.removeAll()
    written = [:]
    guard !undos.isEmpty else { return }
    undos = Undos()
    laneUndos = lanes.map { _ in LaneUndos() }
    copies = [:]
    kept = []
  }

  /// The text at the base.
  private static var placeholder: TrackedSpan {
    TrackedSpan(
      first: 0, count: .regionSize, leftOrigin: .beforeAll, rightOrigin: .regionSize,
      prepared: PerLane(repeating: 1))
  }

  /// Makes room for what so many runs will insert and cut.
  mutating func reserve(runs: Int) { spans.reserve(2 * runs) }

  /// What an event since the base inserted and deleted.
  func footprint(of event: Int) -> Footprint {
    var footprint = Footprint(inserted: 0..<0)
    for run in footprints.runs[footprints.place(of: event)...] {
      guard run.event <= event else { break }
      let numbers = run.numbers(of: event..<event + 1)
      if run.kind != .inserted {
        footprint.deleted.append(numbers)
      } else if footprint.inserted.isEmpty {
        footprint.inserted = numbers
      } else {
        footprint.inserted = footprint.inserted.lowerBound..<numbers.upperBound
      }
    }
    return footprint
  }

  /// Takes in the next event through a lane, which stands at the event's parents.
  ///
  /// - Returns: What to do to the merged text.
  mutating func apply(_ event: TextEvent, in lane: Int) -> [TextOperation] {
    precondition(lanes[lane].version == event.parents, "the lane stands elsewhere")
    var patch: [TextOperation] = []
    orders.append(event.order, of: nextEvent)
    if !event.undone.isEmpty { undo(event.undone, in: lane) }
    for operation in event.operations where !operation.isEmpty {
      switch operation {
      case .insert(let position, let text):
        let shown = insertNext(
          text.scalarCount, at: position, events: 1, in: lane)
        if telling == .byRun { patch.append(.insert(position: shown, text: text)) }
      case .delete(let position, let count):
        var pieces: [TextPatch] = []
        deleteNext(count, at: position, in: lane, into: &pieces)
        patch += pieces.map { .delete(position: $0.position, count: $0.count) }
      case .answer, .same: break
      }
    }
    advance(by: 1, in: lane)
    return patch
  }

  /// Counts events as taken in through a lane, which now stands at the last of them.
  mutating func advance(by events: Int, in lane: Int) {
    nextEvent += events
    eventsReplayed += events
    lanes[lane].stand(at: CollectionOfOne(nextEvent - 1))
  }
}
