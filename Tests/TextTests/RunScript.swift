import AfterwitCausality
import AfterwitEncoding
import AfterwitTestRandomness

@testable import AfterwitText

/// Runs of typing and deleting by two devices that meet now and then, on a long text.
struct RunScript {
  /// Events that follow each other, and one hand's work in one place.
  struct Run {
    var device: Int
    var parents: [Int]
    var first: Int
    var events: Int
    var isInserted: Bool
    var isBackward: Bool
    var position: Int
    /// How many scalars each event types or deletes.
    var length: Int
  }

  private(set) var runs: [Run] = []
  private(set) var graph = CausalGraph()

  /// Draws a script; `meeting` is how often, in runs, a device takes in all that there is.
  init(runs count: Int, meeting: Int, events: ClosedRange<Int>, using random: inout SeededGenerator)
  {
    var heads: [[Int]] = [[], []]
    for _ in 0..<count {
      let device = Int.random(in: 0..<2, using: &random)
      if Int.random(in: 0..<meeting, using: &random) == 0 { heads[device] = graph.frontier }
      let run = Run(
        device: device, parents: heads[device], first: graph.count,
        events: Int.random(in: events, using: &random),
        isInserted: Int.random(in: 0..<10, using: &random) < 6,
        isBackward: Bool.random(using: &random), position: Int.random(in: 0..<200, using: &random),
        length: Int.random(in: 1...3, using: &random))
      for event in 0..<run.events {
        graph.append(parents: event == 0 ? run.parents : [graph.count - 1])
      }
      heads[device] = [graph.count - 1]
      runs.append(run)
    }
  }
}

extension RunScript.Run {
  /// Its events one by one.
  var single: [RunScript.Run] {
    (0..<events).map { place in
      var event = self
      event.events = 1
      event.first = first + place
      if place > 0 { event.parents = [event.first - 1] }
      if isInserted { event.position += place * length }
      if !isInserted, isBackward { event.position += (events - 1 - place) * length }
      return event
    }
  }

  var order: TextOrder {
    let bytes = [UInt8](repeating: UInt8(device), count: 32)
    return TextOrder(
      device: DeviceID(bytes) ?? .zero, number: UInt64(first), envelope: .zero)
  }
}

/// A tracker, and a text of numbers that its answers are carried out on.
struct TrackedText {
  var tracker = SpanTracker(base: [])
  private(set) var scalars = Array(-4000..<0)

  /// Begins another text with the same tracker.
  mutating func startAgain() {
    tracker.restart(at: [])
    scalars = Array(-4000..<0)
  }

  mutating func take(_ run: RunScript.Run, in graph: CausalGraph) {
    let lane = tracker.travel(to: run.parents[...], by: run.order.device, in: graph)
    let count = run.events * run.length
    if run.isInserted {
      let place = tracker.insert(
        count: count, at: run.position, events: run.events, order: run.order, in: lane)
      let typed = (0..<count).map { scalar in
        (run.first + scalar / run.length) * 3 + scalar % run.length
      }
      scalars.insert(contentsOf: typed, at: place)
    } else {
      var patch: [TextPatch] = []
      tracker.delete(
        count: count, at: run.position, events: run.events, isBackward: run.isBackward,
        order: run.order, in: lane, into: &patch)
      for deletion in patch {
        scalars.removeSubrange(deletion.position..<deletion.position + deletion.count)
      }
    }
  }
}
