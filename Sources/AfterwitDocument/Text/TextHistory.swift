public import AfterwitCausality

// A text that several devices edit without asking each other. Each change is kept as it was made:
// operations with positions in the text its author was shown, and the graph of who had seen what.
// Nothing else is stored. This is the event-graph way of Gentle and Kleppmann ("Collaborative Text
// Editing with Eg-walker", EuroSys 2025).
//
// An event made on the whole history known here needs no merge: its operations apply to the shown
// text as they are. An event concurrent with others does: its positions count in another text than
// ours. A tracker then replays the events since the last critical version, the last moment on which
// all later events agree, and translates. The tracker is kept for the next event and serves as long
// as no event arrives that was made on something older than its base.
//
// The order of what was inserted at one place is FugueMax; SpanTracker+Order.swift defines it.
//
// Cost: a linear event costs its own length, and the way of the gap. A run of concurrent events
// costs one replay of what came since the critical version, whatever the length of the history.

/// All changes of one text, and the text that they give.
public struct TextHistory: Sendable {
  /// The changes, parents first.
  public private(set) var events: [TextEvent] = []

  /// Which of the changes was made on which, by index in ``events``.
  public private(set) var graph = CausalGraph()

  private var buffer: ScalarBuffer
  private var tracker: SpanTracker?

  /// The empty text, before any change.
  public init() {
    buffer = ScalarBuffer("")
  }

  /// Restores a history without replaying it.
  ///
  /// - Parameters:
  ///   - events: the changes, parents first, each of which fits its parents.
  ///   - text: the text that these events give; it is not checked.
  public init(events: [TextEvent], text: String) {
    self.events = events
    buffer = ScalarBuffer(text)
    for event in events {
      graph.append(parents: event.parents)
    }
  }

  /// The text that all events together give.
  /// - Complexity: O(*length of the text*).
  public var text: String { buffer.text }

  /// Merges a change.
  ///
  /// - Parameter event: a change made on events known here, with an order unlike all of theirs.
  /// - Returns: The operations that turn the text shown before into the one shown now.
  /// - Throws: ``TextMisfit`` when a position does not fit the text at the event's parents; nothing
  ///   is changed then.
  @discardableResult
  public mutating func append(_ event: TextEvent) throws(TextMisfit) -> [TextOperation] {
    let patch: [TextOperation]
    if event.parents == graph.frontier {
      try TextMisfit.check(event.operations, length: buffer.count)
      patch = event.operations.filter { !$0.isEmpty }
    } else {
      patch = try merge(event)
    }
    graph.append(parents: event.parents)
    events.append(event)
    buffer.apply(patch)
    return patch
  }

  /// The text that the given version shows: its heads and all their ancestors, nothing else.
  /// - Complexity: O(*events*): the past is replayed from its start.
  public func text(at version: [Int]) -> String {
    guard version != graph.frontier else { return text }
    var past = TextHistory()
    var places: [Int: Int] = [:]
    for index in graph.difference(version, []).onlyA.joined() {
      places[index] = past.events.count
      var event = events[index]
      event.parents = event.parents.compactMap { places[$0] }
      do {
        try past.append(event)
      } catch {
        preconditionFailure("an event of the history does not fit its parents")
      }
    }
    return past.text
  }

  /// Applies operations, one after another, to a text that has no history at hand.
  ///
  /// - Returns: The text after the last operation.
  /// - Throws: ``TextMisfit`` at the first operation that does not fit.
  public static func apply(
    _ operations: [TextOperation], to text: String
  ) throws(TextMisfit) -> String {
    var buffer = ScalarBuffer(text)
    try TextMisfit.check(operations, length: buffer.count)
    buffer.apply(operations)
    return buffer.text
  }

  private mutating func merge(_ event: TextEvent) throws(TextMisfit) -> [TextOperation] {
    var tracker = trackerReady(for: event.parents)
    self.tracker = nil
    defer { self.tracker = tracker }
    for index in tracker.nextEvent..<events.count {
      let lane = tracker.travel(to: events[index], in: graph)
      _ = tracker.apply(events[index], in: lane)
    }
    let lane = tracker.travel(to: event, in: graph)
    let unknown = tracker.spans.shownCount - buffer.count
    try TextMisfit.check(event.operations, length: tracker.spans.preparedCount(in: lane) - unknown)
    return tracker.apply(event, in: lane)
  }

  private func trackerReady(for parents: [Int]) -> SpanTracker {
    guard let tracker else { return SpanTracker(base: replayBase(for: parents, after: nil) ?? []) }
    return replayBase(for: parents, after: tracker).map { SpanTracker(base: $0) } ?? tracker
  }

  /// The critical version to replay from for an event of these parents; `nil` where the tracker at
  /// hand serves.
  ///
  /// A tracker at hand serves when the parents do not lie before its base, and unless a critical
  /// version has come since, which makes a new start cheaper than catching up.
  func replayBase(for parents: [Int], after tracker: SpanTracker?) -> [Int]? {
    let heads = parents.isEmpty ? [] : graph.frontier + parents
    if let tracker, tracker.base.isEmpty || (parents.first ?? -1) >= tracker.base[0] {
      guard tracker.nextEvent < events.count, !heads.isEmpty else { return nil }
      return graph.criticalVersion(of: heads, notBefore: tracker.nextEvent)
    }
    return heads.isEmpty ? [] : graph.criticalVersion(of: heads) ?? []
  }
}

extension TextOperation {
  /// Whether the operation inserts or deletes nothing.
  var isEmpty: Bool {
    switch self {
    case .insert(_, let text): text.isEmpty
    case .delete(_, let count): count == 0
    case .answer, .same: true
    }
  }
}
