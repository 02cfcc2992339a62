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
// 3. Carry it out there, in both versions, and report the position in the merged text.
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
// Invariant: between events, the length of a lane's version and that of the merged text differ from
// the true lengths by the same excess; in each lane `prepared` of a scalar is its insertion plus
// the deletions of it, each counted if it is in the lane's version.
//
// Cost: one event costs its operations times O(blocks), plus the spans that travelling changes.

/// Replays events from a critical version on, and translates them to the merged text.
struct SpanTracker: Sendable {
  /// What is known of an event that was taken in.
  struct Footprint {
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
    var version: [Int]
    /// The number of the next scalar inserted through this lane.
    var nextNumber: ScalarNumber
    /// The first number and the order of each event that inserted through this lane.
    var insertions: [(first: ScalarNumber, order: TextOrder)] = []
  }

  /// The critical version whose text is the placeholder: one event, or the start of time.
  let base: [Int]
  /// The sequence of all scalars.
  var spans: SpanList
  private(set) var lanes: [Lane]

  /// The index of the first event that is not at the base.
  let firstEvent: Int
  /// How many lanes, from the first, events are taken in through; the others stand where they are
  /// put.
  private let typingLanes: Int
  private var footprints: [Footprint] = []

  /// Starts at a critical version of a history.
  init(base: [Int], typingLanes: Int = PerLane.lanes.count) {
    self.base = base
    self.typingLanes = typingLanes
    firstEvent = (base.last ?? -1) + 1
    lanes = PerLane.lanes.map { Lane(version: base, nextNumber: .regionSize * ($0 + 1)) }
    spans = SpanList(
      Span(
        first: 0, count: .regionSize, leftOrigin: .beforeAll, rightOrigin: .regionSize,
        prepared: PerLane(repeating: 1), isDeleted: false))
  }

  /// The index of the event to take in next.
  var nextEvent: Int { firstEvent + footprints.count }

  /// What an event since the base inserted and deleted.
  func footprint(of event: Int) -> Footprint { footprints[event - firstEvent] }

  /// Takes in the next event through a lane, which stands at the event's parents.
  ///
  /// - Returns: What to do to the merged text.
  mutating func apply(_ event: TextEvent, in lane: Int) -> [TextOperation] {
    precondition(lanes[lane].version == event.parents, "the lane stands elsewhere")
    var patch: [TextOperation] = []
    let first = lanes[lane].nextNumber
    footprints.append(Footprint(inserted: first..<first))
    lanes[lane].insertions.append((first, event.order))
    for operation in event.operations where !operation.isEmpty {
      switch operation {
      case .insert(let position, let text):
        patch.append(insert(text, at: position, order: event.order, in: lane))
      case .delete(let position, let count):
        delete(count, at: position, in: lane, into: &patch)
      case .answer, .same: break
      }
    }
    footprints[footprints.count - 1].inserted = first..<lanes[lane].nextNumber
    lanes[lane].version = [nextEvent - 1]
    return patch
  }

  private mutating func insert(
    _ text: String, at position: Int, order: TextOrder, in lane: Int
  ) -> TextOperation {
    let count = text.unicodeScalars.count
    let (place, left, right) = destination(of: position, order: order, in: lane)
    let shown = spans.shownCount(before: place)
    var prepared = PerLane(repeating: 0)
    prepared[lane] = 1
    spans.insert(
      Span(
        first: lanes[lane].nextNumber, count: count, leftOrigin: left, rightOrigin: right,
        prepared: prepared, isDeleted: false),
      at: place)
    lanes[lane].nextNumber += count
    return .insert(position: shown, text: text)
  }

  private mutating func delete(
    _ count: Int, at position: Int, in lane: Int, into patch: inout [TextOperation]
  ) {
    var left = count
    while left > 0 {
      let found = spans.place(prepared: position, in: lane)
      let span = spans[found]
      let first = span.first + found.offset
      let numbers = first..<first + min(left, span.count - found.offset)
      let place = isolate(numbers)
      if !span.isDeleted {
        patch.append(.delete(position: spans.shownCount(before: place), count: numbers.count))
      }
      spans.update(place) {
        $0.prepared[lane] += 1
        $0.isDeleted = true
      }
      spans.join(at: place)
      footprints[footprints.count - 1].deleted.append(numbers)
      left -= numbers.count
    }
  }

  /// Makes scalars that are all in one span the whole of a span.
  private mutating func isolate(_ numbers: Range<ScalarNumber>) -> SpanList.Place {
    spans.cut(at: spans.place(of: numbers.lowerBound))
    var place = spans.place(of: numbers.lowerBound)
    guard numbers.count < spans[place].count else { return place }
    place.offset = numbers.count
    spans.cut(at: place)
    return spans.place(of: numbers.lowerBound)
  }
}

extension SpanTracker {
  /// Brings a lane to an event's parents.
  ///
  /// - Returns: The lane: its device's own, or else a free one, or else the nearest.
  mutating func travel(to event: TextEvent, in graph: CausalGraph) -> Int {
    let device = event.order.device
    let typing = lanes.prefix(typingLanes)
    let lane =
      typing.firstIndex { $0.device == device } ?? typing.firstIndex { $0.device == nil }
      ?? nearestLane(to: event.parents, in: graph)
    lanes[lane].device = device
    move(lane, to: event.parents, in: graph)
    return lane
  }

  /// Makes a lane show a version, which is not before the base.
  mutating func move(_ lane: Int, to version: [Int], in graph: CausalGraph) {
    let (left, entered) = graph.difference(lanes[lane].version, version)
    shift(left, by: -1, in: lane)
    shift(entered, by: 1, in: lane)
    lanes[lane].version = version
  }

  /// The lane with the fewest events to take out and put in.
  private func nearestLane(to version: [Int], in graph: CausalGraph) -> Int {
    let ways = lanes.prefix(typingLanes).map { lane in
      let (left, entered) = graph.difference(lane.version, version)
      return (left + entered).reduce(0) { $0 + $1.count }
    }
    return ways.indices.min { ways[$0] < ways[$1] } ?? 0
  }

  /// Takes events out of a lane's version, or puts them in; the order among them is no matter.
  private mutating func shift(_ events: [Range<Int>], by step: Int, in lane: Int) {
    // What was typed or deleted in a row is shifted at once, whatever happened between.
    var pending = [Range<ScalarNumber>](repeating: 0..<0, count: PerLane.lanes.count + 1)
    for event in events.joined() {
      let footprint = footprints[event - firstEvent]
      for numbers in CollectionOfOne(footprint.inserted) + footprint.deleted where !numbers.isEmpty
      {
        let region = numbers.lowerBound / .regionSize
        let known = pending[region]
        if known.upperBound == numbers.lowerBound {
          pending[region] = known.lowerBound..<numbers.upperBound
        } else if known.lowerBound == numbers.upperBound {
          pending[region] = numbers.lowerBound..<known.upperBound
        } else {
          shift(numbers: known, by: step, in: lane)
          pending[region] = numbers
        }
      }
    }
    for numbers in pending { shift(numbers: numbers, by: step, in: lane) }
  }

  private mutating func shift(numbers: Range<ScalarNumber>, by step: Int, in lane: Int) {
    var first = numbers.lowerBound
    while first < numbers.upperBound {
      let found = spans.place(of: first)
      let end = min(numbers.upperBound, spans[found].numbers.upperBound)
      let place = isolate(first..<end)
      spans.update(place) { $0.prepared[lane] += step }
      spans.join(at: place)
      first = end
    }
    guard !numbers.isEmpty else { return }
    spans.join(at: spans.behind(spans.place(of: numbers.upperBound - 1)))
  }
}
