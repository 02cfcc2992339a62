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
    lastAnswer = text.events.lastIndex(where: \.hasAnswer)
  }

  /// Merges an event, and finds what it meets in concurrent ones.
  ///
  /// - Throws: ``TextMisfit`` where the event does not fit its parents; nothing is changed then.
  package mutating func append(_ event: TextEvent) throws(TextMisfit) -> Meetings {
    let graph = text.graph
    let position = text.events.count
    let isLinear = event.parents == graph.frontier
    let base = isLinear ? nil : text.replayBase(for: event.parents, after: zone?.tracker)
    try text.append(event)
    if event.hasAnswer { lastAnswer = position }
    guard !isLinear else { return Meetings() }
    let concurrent = graph.difference(graph.frontier, event.parents).onlyA
    var zone = zoneReady(restartingAt: base)
    self.zone = nil
    catchUp(&zone)
    let found = zone.meetings(
      of: position, parents: event.parents, with: concurrent, in: text.graph)
    self.zone = zone
    return Meetings(conflicts: found.conflicts, twins: found.twins)
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

  /// The zone at hand, or one that begins at a base; the whole history where an answer in it may
  /// name hunks from before.
  private func zoneReady(restartingAt base: [Int]?) -> ReviewZone {
    if let zone, base == nil,
      zone.tracker.base.isEmpty || !isAnswered(since: zone.tracker.firstEvent)
    {
      return zone
    }
    guard let base, let first = base.first, !isAnswered(since: first) else {
      return ReviewZone(base: [], text: [])
    }
    guard var zone, zone.tracker.nextEvent <= first else {
      return ReviewZone(base: base, text: Array(text.text(at: base).unicodeScalars))
    }
    // What the zone at hand knows spares a replay from the start.
    for event in zone.tracker.nextEvent...first {
      zone.append(text.events[event], in: text.graph)
    }
    zone.look(at: base, in: text.graph)
    return ReviewZone(base: base, text: zone.scalars(at: 0..<zone.length))
  }

  private func isAnswered(since event: Int) -> Bool {
    lastAnswer.map { $0 >= event } ?? false
  }

  private func catchUp(_ zone: inout ReviewZone) {
    for event in zone.tracker.nextEvent..<text.events.count {
      zone.append(text.events[event], in: text.graph)
    }
  }
}

extension TextEvent {
  /// Whether a person decided about hunks by it.
  fileprivate var hasAnswer: Bool {
    operations.contains { if case .answer = $0 { true } else { false } }
  }
}
