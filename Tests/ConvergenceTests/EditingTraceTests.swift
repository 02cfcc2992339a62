import AfterwitDocument
import AfterwitTestThreads
import AfterwitText
import AfterwitTraces
import Testing

// The recordings are large and not ours to commit; where they are absent these tests are skipped.
@Suite("Recorded editing histories", .patient)
struct EditingTraceTests {
  @Test(
    "two people typing for hours end with the recorded text",
    .enabled(if: EditingTrace.exists("friendsforever"), "the recording is not at hand"))
  func concurrentRecording() throws {
    let trace = try EditingTrace(named: "friendsforever")
    var text = TextHistory()
    let time = try ContinuousClock().measure {
      for event in trace.events { try text.append(event) }
    }
    print("friendsforever: \(trace.events.count) events merged in \(time)")
    #expect(scalars(text.text) == scalars(trace.ending))
  }

  @Test(
    "one person's typing ends with the recorded text",
    .enabled(if: EditingTrace.exists("automerge-paper"), "the recording is not at hand"))
  func sequentialRecording() throws {
    let trace = try EditingTrace(named: "automerge-paper")
    var text = TextHistory()
    let time = try ContinuousClock().measure {
      for event in trace.events { try text.append(event) }
    }
    print("automerge-paper: \(trace.events.count) events appended in \(time)")
    #expect(scalars(text.text) == scalars(trace.ending))
  }

  @Test(
    "two devices that type all day unaware of each other keep both texts whole",
    .enabled(if: EditingTrace.exists("friendsforever_flat"), "the recording is not at hand"))
  func longConcurrentBranches() throws {
    let trace = try EditingTrace(named: "friendsforever_flat")
    // Two devices type the same long text, each unaware of the other, and then meet.
    var text = TextHistory()
    for event in trace.events { try text.append(event) }
    let time = try ContinuousClock().measure {
      for (index, event) in trace.events.enumerated() {
        var other = event
        other.order.number += 1_000_000
        other.parents = index == 0 ? [] : [trace.events.count + index - 1]
        try text.append(other)
      }
    }
    print("two branches of \(trace.events.count) events met in \(time)")
    #expect(scalars(text.text) == scalars(trace.ending + trace.ending))
  }
}
