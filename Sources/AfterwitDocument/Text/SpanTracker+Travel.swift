internal import AfterwitCausality
internal import AfterwitEncoding

extension SpanTracker {
  /// Brings a lane to an event's parents.
  ///
  /// - Returns: The lane: its device's own, or else a free one, or else the nearest.
  mutating func travel(to event: TextEvent, in graph: CausalGraph) -> Int {
    travel(to: event.parents, by: event.order.device, in: graph)
  }

  /// Brings a lane to the version that a device's next event was made on.
  ///
  /// - Returns: The lane: the device's own, or else a free one, or else the nearest.
  mutating func travel(
    to parents: [Int], by device: DeviceID, in graph: CausalGraph
  ) -> Int {
    let lane = ownLane(of: device) ?? nearestLane(to: parents, in: graph)
    if lanes[lane].device != device { lanes[lane].device = device }
    move(lane, to: parents, in: graph)
    return lane
  }

  /// Makes a lane show a version, which is not before the base.
  mutating func move(_ lane: Int, to version: [Int], in graph: CausalGraph) {
    guard lanes[lane].version != version else { return }
    let (left, entered) = graph.difference(lanes[lane].version, version)
    shift(left, by: -1, in: lane)
    shift(entered, by: 1, in: lane)
    lanes[lane].version = version
  }

  /// The lane of a device, or a free one.
  private func ownLane(of device: DeviceID) -> Int? {
    for lane in 0..<typingLanes where lanes[lane].device == device { return lane }
    for lane in 0..<typingLanes where lanes[lane].device == nil { return lane }
    return nil
  }

  /// The lane with the fewest events to take out and put in.
  private func nearestLane(to version: [Int], in graph: CausalGraph) -> Int {
    for lane in 0..<typingLanes where lanes[lane].version == version { return lane }
    let ways = (0..<typingLanes).map { lane in
      let (left, entered) = graph.difference(lanes[lane].version, version)
      return (left + entered).reduce(0) { $0 + $1.count }
    }
    return ways.indices.min { ways[$0] < ways[$1] } ?? 0
  }

  /// Takes events out of a lane's version, or puts them in; the order among them is no matter.
  private mutating func shift(_ events: [Range<Int>], by step: Int, in lane: Int) {
    // What was typed or deleted in a row is shifted at once, whatever happened between.
    var pending = InlineArray<5, Range<ScalarNumber>>(repeating: 0..<0)
    for stretch in events {
      var place = footprints.place(of: stretch.lowerBound)
      while place < footprints.runs.count, footprints.runs[place].event < stretch.upperBound {
        let run = footprints.runs[place]
        let numbers = run.numbers(of: stretch.clamped(to: run.event..<run.end))
        let region = numbers.lowerBound.region
        let known = pending[region]
        if known.upperBound == numbers.lowerBound {
          pending[region] = known.lowerBound..<numbers.upperBound
        } else if known.lowerBound == numbers.upperBound {
          pending[region] = numbers.lowerBound..<known.upperBound
        } else {
          shift(numbers: known, by: step, in: lane)
          pending[region] = numbers
        }
        place += 1
      }
    }
    for region in pending.indices { shift(numbers: pending[region], by: step, in: lane) }
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
      spans.touched += 1
    }
    spans.join(at: behind)
  }
}
