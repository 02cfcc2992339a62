internal import AfterwitCausality
internal import AfterwitEncoding

/// The events of a text field, ready to be merged with, and to be compared for reviews.
public struct FieldHistory: Sendable {
  /// What a concurrent event met.
  struct Meetings {
    var conflicts: [TextConflict] = []
    var twins: [TextConflict] = []
  }

  /// The indices of each event's change.
  public private(set) var indices: [Int]
  /// The events and the text.
  public private(set) var text: TextHistory
  private var zone: ReviewZone?
  private var lastAnswer: Int?

  /// A history of given parts; `indices` has one element for each event.
  public init(indices: [Int], text: TextHistory) {
    precondition(indices.count == text.events.count)
    self.indices = indices
    self.text = text
    lastAnswer = text.events.lastIndex(where: \.hasAnswer)
  }

  /// The position of a change's event; indices ascend with positions.
  func position(of index: Int) -> Int? {
    var low = 0
    var high = indices.count
    while low < high {
      let middle = (low + high) / 2
      if indices[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low < indices.count && indices[low] == index ? low : nil
  }

  /// Merges an event, and finds what it meets in concurrent ones.
  mutating func append(_ event: TextEvent, index: Int) throws(TextMisfit) -> Meetings {
    let graph = text.graph
    let isLinear = event.parents == graph.frontier
    let base = isLinear ? nil : text.replayBase(for: event.parents, after: zone?.tracker)
    try text.append(event)
    indices.append(index)
    if event.hasAnswer { lastAnswer = indices.count - 1 }
    guard !isLinear else { return Meetings() }
    let concurrent = graph.difference(graph.frontier, event.parents).onlyA
    var zone = zoneReady(restartingAt: base)
    self.zone = nil
    catchUp(&zone)
    let found = zone.meetings(
      of: indices.count - 1, parents: event.parents, with: concurrent, in: text.graph)
    self.zone = zone
    return Meetings(
      conflicts: found.conflicts.map { conflict($0) }, twins: found.twins.map { conflict($0) })
  }

  /// The hunks of each part that is open, given the conflicts that are not settled.
  /// - Complexity: that of replaying the history.
  public func openParts(of conflicts: [TextConflict]) -> [[HunkID]] {
    guard !conflicts.isEmpty else { return [] }
    var reviews = TextReviews(text)
    return reviews.openHunks(
      of: conflicts.map { TextReviews.Pair(left: $0.left.id, right: $0.right.id) })
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

  private func conflict(_ pair: ZonePair) -> TextConflict {
    TextConflict(left: hunk(pair.left), right: hunk(pair.right))
  }

  private func hunk(_ end: ZonePair.End) -> KnownHunk {
    KnownHunk(
      index: indices[end.event],
      id: HunkID(envelope: text.events[end.event].order.envelope, number: end.number))
  }
}

extension TextEvent {
  /// Whether a person decided about hunks by it.
  var hasAnswer: Bool {
    operations.contains { if case .answer = $0 { true } else { false } }
  }
}
