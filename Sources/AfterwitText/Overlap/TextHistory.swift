public import AfterwitCausality
public import AfterwitEncoding

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
///
/// ```swift
/// let desk = try #require(DeviceID([UInt8](repeating: 1, count: 32)))
/// let laptop = try #require(DeviceID([UInt8](repeating: 2, count: 32)))
/// var text = TextHistory()
/// try text.insert("ask who uses it", at: 0, by: text.author(desk))
///
/// let seen = text.graph.frontier
/// for (device, new) in [(desk, "I ask who uses it"), (laptop, "ask who uses it, and why")] {
///   let operations = TextDifference.operations(from: "ask who uses it", to: new)
///   let order = TextOrder(device: device, number: 16, envelope: .zero)
///   try text.append(TextEvent(order: order, parents: seen, operations: operations))
/// }
/// #expect(text.text == "I ask who uses it, and why")
/// ```
public struct TextHistory: Sendable {
  /// The changes, parents first.
  public private(set) var events = EventLog()

  private var buffer = ScalarBuffer()
  private(set) var replay = TextReplay()
  /// What reads versions, once anything was taken back.
  private var zone: ReviewZone?

  /// The empty text, before any change.
  public init() {}

  /// Restores a history without replaying it.
  ///
  /// - Parameters:
  ///   - events: the changes, parents first, each of which fits its parents.
  ///   - text: the text that these events give; it is not checked.
  public init(events: some Sequence<TextEvent>, text: String) {
    for event in events { self.events.append(event) }
    buffer = ScalarBuffer(text)
  }

  /// Restores a history of given parts.
  package init(log: EventLog, buffer: ScalarBuffer) {
    events = log
    self.buffer = buffer
  }

  /// Which of the changes was made on which, by index in ``events``.
  public var graph: CausalGraph { events.graph }

  /// The text that all events together give.
  /// - Complexity: O(*length of the text*).
  public var text: String { buffer.text }

  /// The text that all events together give, as it is kept.
  package var scalars: ScalarBuffer { buffer }

  /// Adds a change that was made on all others: the usual case, which reads no history.
  ///
  /// - Throws: ``TextMisfit`` when a position does not fit the text; nothing is changed then.
  public mutating func appendNext(
    _ operations: [TextOperation], order: TextOrder
  ) throws(TextMisfit) {
    try TextMisfit.check(operations, length: buffer.count)
    buffer.apply(operations)
    events.appendNext(operations, order: order)
  }

  /// Inserts a scalar into what stands, as the device's next event: a keystroke.
  ///
  /// - Parameter author: what ``author(_:)`` gave.
  /// - Throws: ``TextMisfit`` when the position does not fit the text; nothing is changed then.
  public mutating func insert(
    _ scalar: Unicode.Scalar, at position: Int, by author: TextAuthor
  ) throws(TextMisfit) {
    guard 0 <= position, position <= buffer.count else { throw TextMisfit(operation: 0) }
    buffer.insert(scalar, at: position)
    events.appendInsertion(of: scalar, at: position, by: author)
  }

  /// Inserts a text into what stands: each scalar is the device's next event.
  ///
  /// - Parameter author: what ``author(_:)`` gave.
  /// - Throws: ``TextMisfit`` when the position does not fit the text; nothing is changed then.
  public mutating func insert(
    _ text: String, at position: Int, by author: TextAuthor
  ) throws(TextMisfit) {
    guard 0 <= position, position <= buffer.count else { throw TextMisfit(operation: 0) }
    let count = buffer.insert(text, at: position)
    events.appendInsertion(of: text, count: count, at: position, by: author)
  }

  /// Takes scalars out of what stands: each is the device's next event.
  ///
  /// - Parameter author: what ``author(_:)`` gave.
  /// - Throws: ``TextMisfit`` when they do not fit the text; nothing is changed then.
  public mutating func delete(
    _ count: Int, at position: Int, by author: TextAuthor
  ) throws(TextMisfit) {
    guard 0 <= position, 0 <= count, count <= buffer.count - position else {
      throw TextMisfit(operation: 0)
    }
    buffer.delete(count, at: position)
    events.appendDeletion(of: count, at: position, by: author)
  }

  /// Names a device whose events are known by its name and their numbers alone.
  public mutating func author(_ device: DeviceID) -> TextAuthor { events.table.author(device) }

  /// Merges a change.
  ///
  /// - Parameter event: a change made on events known here, with an order unlike all of theirs.
  /// - Returns: The operations that turn the text shown before into the one shown now.
  /// - Throws: ``TextMisfit`` when a position does not fit the text at the event's parents; nothing
  ///   is changed then.
  @discardableResult
  public mutating func append(_ event: TextEvent) throws(TextMisfit) -> [TextOperation] {
    if event.undone.isEmpty, event.parents == graph.frontier {
      try appendNext(event.operations, order: event.order)
      return event.operations.filter { !$0.isEmpty }
    }
    guard events.undos.isEmpty, event.undone.isEmpty else { return try appendAmongUndos(event) }
    let operations = try replay.merge(event, behind: events, after: progress)
    append(event, giving: operations)
    return operations
  }

  /// Merges a change where something was taken back.
  private mutating func appendAmongUndos(
    _ event: TextEvent
  ) throws(TextMisfit) -> [TextOperation] {
    var zone = zoneOfAll
    try zone.append(event, behind: events)
    events.append(event)
    let before = buffer
    buffer = zone.text(at: graph.frontier, in: graph)
    self.zone = zone
    return before.operations(to: buffer)
  }

  /// All events, where something was taken back: what a change does is not told by the text before
  /// it then, for words come back that lie anywhere.
  private var zoneOfAll: ReviewZone {
    var zone = zone ?? ReviewZone(base: [], text: [])
    zone.catchUp(on: events)
    return zone
  }

  /// Adds a change of which another tracker has told what it does to the text.
  mutating func append(_ event: TextEvent, giving operations: [TextOperation]) {
    events.append(event.operations, order: event.order, parents: event.parents)
    buffer.apply(operations)
  }

  /// Takes in the log of a text that has these events and more behind them.
  ///
  /// - Throws: ``TextMisfit`` when a position does not fit; nothing is changed then.
  package mutating func extend(to log: EventLog) throws(TextMisfit) {
    var replay = replay
    var patches: [TextPatch] = []
    try replay.take(log, after: progress, .atEnd, into: &patches)
    (events, self.replay) = (log, replay)
    buffer.apply(patches, typed: log.typed)
  }

  /// How far the events are taken in: all are.
  private var progress: TextReplay.Progress {
    TextReplay.Progress(
      count: events.count, earlierHeads: graph.earlierHeads, length: buffer.count)
  }

  /// The critical version to replay from for an event of these parents; `nil` where the tracker at
  /// hand serves.
  func replayBase(for parents: [Int], after tracker: SpanTracker?) -> [Int]? {
    TextReplay.base(for: parents, in: graph, after: progress, with: tracker)
  }

  /// The text that the given version shows: its heads and all their ancestors, nothing else.
  /// - Complexity: O(*runs of the version*), and the text's length.
  public func text(at version: [Int]) -> String {
    guard version != graph.frontier else { return text }
    guard events.undos.isEmpty else {
      var zone = zoneOfAll
      return zone.text(at: version, in: graph).text
    }
    if let earlier = events.text(ofRowUpTo: version) { return earlier.text }
    let past = events.past(of: version)
    guard let patches = try? past.patches(.atEnd) else {
      preconditionFailure("an event of the history does not fit its parents")
    }
    var text = ScalarBuffer()
    text.apply(patches, typed: past.typed)
    return text.text
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
}
