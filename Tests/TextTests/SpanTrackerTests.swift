import AfterwitCausality
import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitTestThreads
import AfterwitTextArchive
import Testing

@testable import AfterwitText

// What the shape of the tracker promises: that runs of events are one step, and that the work grows
// as n log n. That it translates rightly is for ConvergenceTests to show.
@Suite("Span tracker", .patient)
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

  @Test("a tracker that starts again is as a new one")
  func startingAgain() {
    var used = TrackedText()
    for seed in 0..<200 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let script = RunScript(runs: 60, meeting: 5, events: 1...9, using: &random)
      used.startAgain()
      var new = TrackedText()
      for run in script.runs {
        used.take(run, in: script.graph)
        new.take(run, in: script.graph)
        used.tracker.spans.assertValid()
      }
      #expect(used.scalars == new.scalars, "seed \(seed)")
      for event in 0..<script.graph.count {
        #expect(used.tracker.footprint(of: event) == new.tracker.footprint(of: event))
        #expect(used.tracker.orders.order(of: event) == new.tracker.orders.order(of: event))
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
  @Test("twenty times the random edits touch at most thirty times the nodes")
  func growth() throws {
    let few = try nodesTouched(byEdits: 1000)
    let many = try nodesTouched(byEdits: 20000)
    print("\(few) nodes touched by 1,000 edits a branch, \(many) by 20,000")
    #expect(many <= 30 * few)
    #expect(many >= 20 * few, "the count is not of the work")
  }

  /// What it costs to merge two branches of random edits on a text of 10,000 scalars.
  private func nodesTouched(byEdits edits: Int) throws -> Int {
    var random = SeededGenerator(seed: 4)
    var start = TextHistory()
    let founder = start.author(device(0))
    try start.insert(String(repeating: "x", count: 10_000), at: 0, by: founder)
    var branches = [start, start]
    for branch in branches.indices {
      let author = branches[branch].author(device(UInt8(1 + branch)))
      var length = 10_000
      for _ in 0..<edits {
        let count = Int.random(in: 1...4, using: &random)
        if Int.random(in: 0..<10, using: &random) < 7 {
          let position = Int.random(in: 0...length, using: &random)
          try branches[branch].insert(String("abcd".prefix(count)), at: position, by: author)
          length += count
        } else {
          let position = Int.random(in: 0...length - count, using: &random)
          try branches[branch].delete(count, at: position, by: author)
          length -= count
        }
      }
    }
    let updates = branches.map { $0.update(since: start.graph.frontier) }
    try branches[0].merge(updates[1])
    try branches[1].merge(updates[0])
    #expect(branches[0].text == branches[1].text)
    branches[0].replay.tracker?.spans.assertValid()
    return branches[0].replay.tracker?.spans.touched ?? 0
  }

  private func device(_ number: UInt8) -> DeviceID {
    DeviceID([UInt8](repeating: number, count: 32)) ?? .zero
  }

  private func chain(_ count: Int) -> CausalGraph {
    var graph = CausalGraph()
    for event in 0..<count { graph.append(parents: event == 0 ? [] : [event - 1]) }
    return graph
  }
}
