internal import AfterwitCausality

/// A history that finds, while events are merged into it, what they meet in concurrent ones.
///
/// Events are named by their positions in the history.
package struct ReviewedHistory: Sendable {
  /// What a concurrent event met.
  package struct Meetings: Sendable {
    /// The hunks that are a conflict.
    package var conflicts: [ZonePair] = []
    /// The hunks that insert the same words.
    package var twins: [ZonePair] = []
  }

  /// The events and the text.
  package private(set) var text: TextHistory
  private var zone: ReviewZone?
  private var lastAnswer: Int?

  /// Prepares a history for further events.
  package init(_ text: TextHistory) {
    self.text = text
    lastAnswer = text.events.marks.last { $0.operation.isAnswer }?.event
  }

  /// Merges an event, and finds what it meets in concurrent ones.
  ///
  /// One that was made on all others meets none, and costs no more than its splice; what the tracker
  /// of the zone tells of any other is what becomes of the text, so that it is replayed once.
  ///
  /// - Throws: ``TextMisfit`` where the event does not fit its parents; nothing is changed then.
  package mutating func append(_ event: TextEvent) throws(TextMisfit) -> Meetings {
    let position = text.events.count
    let answer = event.hasAnswer ? position : lastAnswer
    let frontier = text.graph.frontier
    guard event.undone.isEmpty, event.parents != frontier else {
      try text.append(event)
      lastAnswer = answer
      return Meetings()
    }
    let concurrent = text.graph.difference(frontier, event.parents).onlyA
    if text.events.undos.isEmpty {
      makeZoneReady(
        restartingAt: text.replayBase(for: event.parents, after: zone?.tracker),
        answeredAt: answer)
      try text.append(event, giving: zone?.merge(event, in: text.graph) ?? [])
    } else {
      // What was taken back may lie anywhere.
      makeZoneReady(restartingAt: [], answeredAt: answer)
      try text.append(event)
      zone?.append(event, in: text.graph)
    }
    lastAnswer = answer
    let found = zone?.meetings(
      of: position, parents: event.parents, with: concurrent, in: text.graph)
    return Meetings(conflicts: found?.conflicts ?? [], twins: found?.twins ?? [])
  }

  /// Merges an event without a look at what it meets: that of a list, in which no order is wrong.
  ///
  /// - Returns: What it does to what stood.
  /// - Throws: ``TextMisfit`` where the event does not fit its parents; nothing is changed then.
  package mutating func appendUnread(
    _ event: TextEvent
  ) throws(TextMisfit) -> [TextOperation] {
    try text.append(event)
  }

  /// Has the zone take in all events so far, begun anew where that is cheaper, and from the start
  /// where an answer in it may name hunks from before.
  private mutating func makeZoneReady(restartingAt base: [Int]?, answeredAt lastAnswer: Int?) {
    func isAnswered(since event: Int) -> Bool { lastAnswer.map { $0 >= event } ?? false }
    let serves =
      (base == nil || base == [] && zone?.tracker.base == [])
      && zone.map { $0.tracker.base.isEmpty || !isAnswered(since: $0.tracker.firstEvent) } ?? false
    if !serves {
      if let base, let first = base.first, !isAnswered(since: first) {
        zone = ReviewZone(base: base, text: scalars(at: base))
      } else {
        zone = ReviewZone(base: [], text: [])
      }
    }
    while let next = zone?.tracker.nextEvent, next < text.events.count {
      zone?.append(text.events[next], in: text.graph)
    }
  }

  /// The text at a critical version; what the zone at hand knows spares a replay from the start.
  private mutating func scalars(at base: [Int]) -> [Unicode.Scalar] {
    guard let first = base.first, let next = zone?.tracker.nextEvent, next <= first else {
      return Array(text.text(at: base).unicodeScalars)
    }
    for event in next...first { zone?.append(text.events[event], in: text.graph) }
    zone?.look(at: base, in: text.graph)
    return zone.map { $0.scalars(at: 0..<$0.length) } ?? []
  }
}

extension TextEvent {
  /// Whether a person decided about hunks by it.
  fileprivate var hasAnswer: Bool {
    operations.contains(where: \.isAnswer)
  }
}
