internal import AfterwitCausality
internal import AfterwitEncoding

// A lane travels by what its version and the next one differ in, which the graph tells by a walk.
//
// Where two devices type, as one person's mostly do, the walk can be left out. Events came through
// two lanes then, each made on the one before in its lane, so a version is two numbers: the last
// event of either lane. A device that has heard from the other goes from its own last event to that
// and one of the other's, and what enters is what the other did since it was heard last. This holds
// until a third device writes, or one makes an event on less than its last.

extension SpanTracker {
  /// Brings a lane to an event's parents.
  ///
  /// - Returns: The lane: its device's own, or else a free one, or else the nearest.
  mutating func travel(to event: TextEvent, in graph: CausalGraph) -> Int {
    travel(to: event.parents[...], by: event.order.device, in: graph)
  }

  /// Brings a lane to the version that a device's next event was made on.
  ///
  /// - Returns: The lane: the device's own, or else a free one, or else the nearest.
  mutating func travel(
    to parents: ArraySlice<Int>, by device: DeviceID, in graph: CausalGraph
  ) -> Int {
    let lane = ownLane(of: device) ?? nearestLane(to: parents, in: graph)
    if lanes[lane].device != device { lanes[lane].device = device }
    if lane > 1 { isPair = false }
    move(lane, to: parents, in: graph)
    return lane
  }

  /// Makes a lane show a version, which is not before the base.
  mutating func move(_ lane: Int, to version: [Int], in graph: CausalGraph) {
    move(lane, to: version[...], in: graph)
  }

  /// Makes a lane show a version, which is not before the base.
  mutating func move(_ lane: Int, to version: ArraySlice<Int>, in graph: CausalGraph) {
    guard !lanes[lane].version.elementsEqual(version) else { return }
    guard undos.isEmpty else { return moveAmongUndos(lane, to: version, in: graph) }
    var (left, entered) = (Shift(by: -1), Shift(by: 1))
    if let heard = heard(by: lane, in: version) {
      assert(isAll(upTo: heard, between: lane, and: version, in: graph), "two are no pair")
      shift(lanes[lane].lastHeard + 1..<heard + 1, of: 1 - lane, in: lane, with: &entered)
      lanes[lane].lastHeard = heard
    } else {
      graph.forEachDifference(lanes[lane].version[...], version) { events, isLeft in
        if isLeft {
          if lane < 2 { isPair = false }
          shift(events, in: lane, with: &left)
        } else {
          lanes[lane].lastHeard = max(lanes[lane].lastHeard, events.upperBound - 1)
          shift(events, in: lane, with: &entered)
        }
      }
    }
    finish(left, in: lane)
    finish(entered, in: lane)
    lanes[lane].stand(at: version)
  }

  /// The last event of the other lane of a pair in a version that adds to a lane's own; `nil` where
  /// the graph has to be asked.
  private func heard(by lane: Int, in version: ArraySlice<Int>) -> Int? {
    guard isPair, lane < 2, version.count == 2, lanes[lane].version.count == 1,
      let low = version.first, let high = version.last
    else { return nil }
    let own = lanes[lane].version[0]
    guard low == own || high == own else { return nil }
    let heard = low == own ? high : low
    let place = footprints.place(of: heard)
    guard heard > lanes[lane].lastHeard, place < footprints.runs.count,
      footprints.runs[place].event <= heard, footprints.runs[place].lane == 1 - lane
    else { return nil }
    return heard
  }

  /// Whether a version adds to a lane's just what came through the other since it was heard last.
  private func isAll(
    upTo heard: Int, between lane: Int, and version: ArraySlice<Int>, in graph: CausalGraph
  ) -> Bool {
    let (left, entered) = graph.difference(lanes[lane].version, Array(version))
    return left.isEmpty
      && (lanes[lane].lastHeard + 1...heard).allSatisfy { event in
        let place = footprints.place(of: event)
        guard footprints.runs[place].event <= event else { return true }
        let isEntered = entered.contains { $0.contains(event) }
        return isEntered == (footprints.runs[place].lane != lane)
      }
  }

  /// The lane of a device, or a free one.
  private func ownLane(of device: DeviceID) -> Int? {
    for lane in 0..<typingLanes where lanes[lane].device == device { return lane }
    for lane in 0..<typingLanes where lanes[lane].device == nil { return lane }
    return nil
  }

  /// The lane with the fewest events to take out and put in.
  private func nearestLane(to version: ArraySlice<Int>, in graph: CausalGraph) -> Int {
    for lane in 0..<typingLanes where lanes[lane].version.elementsEqual(version) { return lane }
    let ways = (0..<typingLanes).map { lane in
      var length = 0
      graph.forEachDifference(lanes[lane].version[...], version) { events, _ in
        length += events.count
      }
      return length
    }
    return ways.indices.min { ways[$0] < ways[$1] } ?? 0
  }

  /// Scalars to take out of a lane's version, or to put in: what was typed or deleted in a row is
  /// shifted at once, whatever happened between.
  private struct Shift {
    var step: Int
    var pending = InlineArray<5, Range<ScalarNumber>>(repeating: 0..<0)

    init(by step: Int) { self.step = step }
  }

  /// Takes events out of a lane's version, or puts them in; the order among them is no matter.
  ///
  /// - Parameter author: the lane through which they came, where others among them stay as they are.
  private mutating func shift(
    _ events: Range<Int>, of author: Int? = nil, in lane: Int, with shift: inout Shift
  ) {
    var place = footprints.place(of: events.lowerBound)
    while place < footprints.runs.count, footprints.runs[place].event < events.upperBound {
      let run = footprints.runs[place]
      place += 1
      if let author, run.lane != author { continue }
      let numbers = run.numbers(of: events.clamped(to: run.event..<run.end))
      let region = numbers.lowerBound.region
      let known = shift.pending[region]
      if known.upperBound == numbers.lowerBound {
        shift.pending[region] = known.lowerBound..<numbers.upperBound
      } else if known.lowerBound == numbers.upperBound {
        shift.pending[region] = numbers.lowerBound..<known.upperBound
      } else {
        if !known.isEmpty { self.shift(numbers: known, by: shift.step, in: lane) }
        shift.pending[region] = numbers
      }
    }
  }

  /// Takes events out of a lane's version, or puts them in.
  mutating func shift(_ events: [Range<Int>], by step: Int, in lane: Int) {
    var all = Shift(by: step)
    for events in events { shift(events, in: lane, with: &all) }
    finish(all, in: lane)
  }

  private mutating func finish(_ shift: Shift, in lane: Int) {
    for region in shift.pending.indices where !shift.pending[region].isEmpty {
      self.shift(numbers: shift.pending[region], by: shift.step, in: lane)
    }
  }

  /// Counts a deletion of scalars more or less in a lane's version, or that they are there at all.
  mutating func shift(numbers: Range<ScalarNumber>, by step: Int, in lane: Int) {
    if numbers.lowerBound.region > 0 { spans.keepHomes() }
    var next: SpanTree.Place?
    var behind = spans.start
    var first = numbers.lowerBound
    while first < numbers.upperBound {
      let place = isolate(next ?? spans.place(of: first), count: numbers.upperBound - first)
      first = spans[place].numbers.upperBound
      spans.shift(place, by: step, in: lane)
      behind = spans.join(at: place)
      // What comes next in number mostly comes next in sequence.
      next = spans.settled(behind).flatMap { spans[$0].first == first ? $0 : nil }
      spans.touched += spans.homeLevels(of: numbers.lowerBound) + 1
    }
    spans.join(at: behind)
  }
}
