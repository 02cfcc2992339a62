internal import AfterwitCausality
internal import AfterwitEncoding

// The texts of a history in which something was taken back are read off the sequence of all scalars.
//
// Cost: O(events) once; then what two versions differ by, and the spans of all scalars, for each text.

extension ReviewZone {
  /// Takes in the events of a log that come next.
  mutating func catchUp(on log: EventLog) {
    while tracker.nextEvent < log.count { append(log[tracker.nextEvent], in: log.graph) }
  }

  /// Takes in an event that comes behind those of a log, all of which are taken in.
  /// - Throws: ``TextMisfit`` where it does not fit its parents; it is not taken in then.
  mutating func append(_ event: TextEvent, behind log: EventLog) throws(TextMisfit) {
    let lane = tracker.travel(to: event, in: log.graph)
    try TextMisfit.check(event.operations, length: length(in: lane))
    _ = take(event, in: lane, log.graph)
  }

  /// The text of a version of the events taken in, from the start of time.
  mutating func text(at version: [Int], in graph: CausalGraph) -> ScalarBuffer {
    look(at: version, in: graph)
    var text = ScalarBuffer()
    tracker.spans.forEach { span in
      let (region, offset) = span.first.quotientAndRemainder(dividingBy: .regionSize)
      guard region > 0, span.prepared[Self.lookingLane] == 1 else { return }
      text.insert(offset..<offset + span.count, of: typed[region - 1], at: text.count)
    }
    return text
  }

  /// Which event typed each scalar of a version of the events taken in, from the start of time.
  mutating func writers(at version: [Int], in graph: CausalGraph) -> [Int] {
    look(at: version, in: graph)
    return items(at: 0..<length).map { tracker.event(of: $0) }
  }
}
