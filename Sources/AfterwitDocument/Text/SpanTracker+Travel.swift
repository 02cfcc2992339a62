internal import AfterwitCausality
internal import AfterwitEncoding

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
    var (left, entered) = (Shift(by: -1), Shift(by: 1))
    graph.forEachDifference(lanes[lane].version[...], version) { events, isLeft in
      if isLeft {
        shift(events, in: lane, with: &left)
      } else {
        shift(events, in: lane, with: &entered)
      }
    }
    finish(left, in: lane)
    finish(entered, in: lane)
    lanes[lane].version.removeAll(keepingCapacity: true)
    lanes[lane].version.append(contentsOf: version)
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
  private mutating func shift(_ events: Range<Int>, in lane: Int, with shift: inout Shift) {
    var place = footprints.place(of: events.lowerBound)
    while place < footprints.runs.count, footprints.runs[place].event < events.upperBound {
      let run = footprints.runs[place]
      let numbers = run.numbers(of: events.clamped(to: run.event..<run.end))
      let region = numbers.lowerBound.region
      let known = shift.pending[region]
      if known.upperBound == numbers.lowerBound {
        shift.pending[region] = known.lowerBound..<numbers.upperBound
      } else if known.lowerBound == numbers.upperBound {
        shift.pending[region] = numbers.lowerBound..<known.upperBound
      } else {
        self.shift(numbers: known, by: shift.step, in: lane)
        shift.pending[region] = numbers
      }
      place += 1
    }
  }

  private mutating func finish(_ shift: Shift, in lane: Int) {
    for region in shift.pending.indices {
      self.shift(numbers: shift.pending[region], by: shift.step, in: lane)
    }
  }

  private mutating func shift(numbers: Range<ScalarNumber>, by step: Int, in lane: Int) {
    guard !numbers.isEmpty else { return }
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
      spans.touched += numbers.lowerBound.region > 0 ? 1 : spans.height + 1
    }
    spans.join(at: behind)
  }
}
