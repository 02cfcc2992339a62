import AfterwitCausality
import AfterwitEncoding
import AfterwitTestRandomness
import Testing

@testable import AfterwitDocument

// What the shape of the tracker promises: that runs of events are one step, and that the work grows
// as n log n. That it translates rightly is for ConvergenceTests to show.
@Suite("Span tracker")
struct SpanTrackerTests {
  @Test("a run of events is one step, and gives what its events give one by one")
  func runsAreOneStep() {
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let script = RunScript(runs: 40, meeting: 5, events: 1...9, using: &random)
      var whole = TrackedText()
      var single = TrackedText()
      for run in script.runs {
        whole.take(run, in: script.graph)
        for event in run.single { single.take(event, in: script.graph) }
        whole.tracker.spans.assertValid()
        single.tracker.spans.assertValid()
      }
      #expect(whole.scalars == single.scalars, "seed \(seed)")
      for event in 0..<script.graph.count {
        let left = whole.tracker.footprint(of: event)
        let right = single.tracker.footprint(of: event)
        #expect(Array(left.inserted) == Array(right.inserted), "seed \(seed), event \(event)")
        #expect(
          left.deleted.flatMap { Array($0) } == right.deleted.flatMap { Array($0) },
          "seed \(seed), event \(event)")
      }
    }
  }

  @Test("a thousand events that type or delete in a row leave one record")
  func footprintsAreRuns() {
    var random = SeededGenerator(seed: 1)
    var script = RunScript(runs: 1, meeting: 5, events: 1000...1000, using: &random).runs
    for (isInserted, isBackward) in [(true, false), (false, false), (false, true)] {
      script[0].isInserted = isInserted
      script[0].isBackward = isBackward
      var text = TrackedText()
      for event in script[0].single { text.take(event, in: chain(1000)) }
      #expect(text.tracker.footprints.runs.count == 1)
      #expect(text.tracker.footprint(of: 999).deleted.count == (isInserted ? 0 : 1))
    }
  }

  // More edits on a text of the same length also leave shorter spans, of which a deletion meets more.
  @Test("twenty times the random edits touch at most thirty-five times the nodes")
  func growth() {
    let few = nodesTouched(byEdits: 1000)
    let many = nodesTouched(byEdits: 20000)
    print("\(few) nodes touched by 1,000 edits a branch, \(many) by 20,000")
    #expect(many <= 35 * few)
    #expect(many >= 20 * few, "the count is not of the work")
  }

  /// What two branches of random edits on a text of 10,000 scalars cost to merge.
  private func nodesTouched(byEdits edits: Int) -> Int {
    var random = SeededGenerator(seed: 4)
    var graph = CausalGraph()
    for event in 0..<2 * edits { graph.append(parents: event % edits == 0 ? [] : [event - 1]) }
    var tracker = SpanTracker(base: [])
    var patch: [TextPatch] = []
    for event in 0..<2 * edits {
      if event % edits == 0 { patch = [] }
      let bytes = [UInt8](repeating: UInt8(event / edits), count: 32)
      let order = TextOrder(
        device: DeviceID(bytes) ?? .zero, number: UInt64(event), envelope: .zero)
      let lane = tracker.travel(
        to: event % edits == 0 ? [] : [event - 1], by: order.device, in: graph)
      let length = 10_000 + tracker.spans.preparedCount(in: lane) - .regionSize
      let count = Int.random(in: 1...4, using: &random)
      if Int.random(in: 0..<10, using: &random) < 7 {
        let position = Int.random(in: 0...length, using: &random)
        _ = tracker.insert(count: count, at: position, order: order, in: lane)
      } else {
        let position = Int.random(in: 0...length - count, using: &random)
        tracker.delete(count: count, at: position, order: order, in: lane, into: &patch)
      }
    }
    tracker.spans.assertValid()
    return tracker.spans.touched
  }

  private func chain(_ count: Int) -> CausalGraph {
    var graph = CausalGraph()
    for event in 0..<count { graph.append(parents: event == 0 ? [] : [event - 1]) }
    return graph
  }
}
