internal import AfterwitCausality
internal import AfterwitEncoding

// Where something was taken back, what a change does is not told by the text before it: words come
// back that lie anywhere. So such a history is replayed from its start, and each text is read off
// the sequence of all scalars.
//
// Cost: O(events) once; then what two versions differ by, and the spans of all scalars, for each text.

/// Reads the text of any version of a history in which changes were taken back.
struct VersionReader: Sendable {
  private static let lookingLane = PerLane.lanes.upperBound - 1

  private var tracker = SpanTracker(base: [], typingLanes: lookingLane)
  private var typed = PerLane.lanes.map { _ in ScalarBuffer() }

  init() { tracker.telling = .never }

  /// Takes in the events of a log that come next.
  mutating func catchUp(on log: EventLog) {
    while tracker.nextEvent < log.count {
      let event = log[tracker.nextEvent]
      take(event, in: tracker.travel(to: event, in: log.graph))
    }
  }

  /// Takes in an event that comes behind those of a log, all of which are taken in.
  /// - Throws: ``TextMisfit`` where it does not fit its parents; it is not taken in then.
  mutating func append(_ event: TextEvent, behind log: EventLog) throws(TextMisfit) {
    let lane = tracker.travel(to: event, in: log.graph)
    try TextMisfit.check(
      event.operations, length: tracker.spans.preparedCount(in: lane) - .regionSize)
    take(event, in: lane)
  }

  private mutating func take(_ event: TextEvent, in lane: Int) {
    _ = tracker.apply(event, in: lane)
    for case .insert(_, let text) in event.operations {
      typed[lane].insert(text, at: typed[lane].count)
    }
  }

  /// The text of a version of the events taken in.
  mutating func text(at version: [Int], in graph: CausalGraph) -> ScalarBuffer {
    tracker.move(Self.lookingLane, to: version, in: graph)
    var text = ScalarBuffer()
    tracker.spans.forEach { span in
      let (region, offset) = span.first.quotientAndRemainder(dividingBy: .regionSize)
      guard region > 0, span.prepared[Self.lookingLane] == 1 else { return }
      text.insert(offset..<offset + span.count, of: typed[region - 1], at: text.count)
    }
    return text
  }
}
