extension ReviewVectors {
  /// A change as one entry meets it.
  public struct Change: Sendable {
    /// The byte of which the device's id is made.
    public var device: UInt8
    /// The number in the device's log.
    public var number: Int
    /// The byte of which the envelope's id is made.
    public var envelope: UInt8
    /// When it was made.
    public var timestamp: Int
    /// The changes, by their places, that it was made on.
    public var parents: [Int]
    /// What it writes to the register.
    public var writes: String?
    /// 0 where it deletes the entry, 1 where it restores it.
    public var presence: Int?
    /// Whether it touches the entry.
    public var touches: Bool
  }

  struct EntryCase {
    var name: String
    var changes: [Change]
  }

  static var entries: [EntryCase] {
    [
      entry("a value on nothing", edit(1, after: [], writes: "calm")),
      entry(
        "two values", edit(1, after: [], writes: "calm"), edit(2, after: [0], writes: "glad"),
        edit(3, after: [0], writes: "sad")),
      entry(
        "two values alike", edit(1, after: [], writes: "calm"),
        edit(2, after: [0], writes: "glad"), edit(3, after: [0], writes: "glad")),
      entry(
        "three writes, two values, and the later of the same", edit(1, after: [], writes: "calm"),
        edit(2, after: [0], writes: "glad"), edit(3, after: [0], writes: "sad"),
        edit(4, after: [0], writes: "glad")),
      entry(
        "a value taken back beside another", edit(1, after: [], writes: "calm"),
        edit(2, after: [0], writes: "glad"), edit(2, after: [1], writes: "calm"),
        edit(3, after: [0], writes: "sad")),
      entry(
        "a value taken back beside two others", edit(1, after: [], writes: "calm"),
        edit(3, after: [0], writes: "sad"), edit(4, after: [0], writes: "glad"),
        edit(2, after: [0], writes: "proud"), edit(2, after: [3], writes: "calm")),
      entry(
        "a value taken back by both", edit(1, after: [], writes: "calm"),
        edit(2, after: [0], writes: "glad"), edit(2, after: [1], writes: "calm"),
        edit(3, after: [0], writes: "sad"), edit(3, after: [3], writes: "calm")),
      entry(
        "a value set and cleared beside another, on nothing", edit(1, after: []),
        edit(2, after: [0], writes: "glad"), edit(2, after: [1], writes: ""),
        edit(3, after: [0], writes: "sad")),
      entry(
        "what one had seen is not taken back for the others", edit(1, after: [], writes: "calm"),
        edit(2, after: [0], writes: "glad"), edit(3, after: [1], writes: "sad"),
        edit(3, after: [2], writes: "glad"), edit(4, after: [0], writes: "proud")),
      entry(
        "cleared beside a value", edit(1, after: [], writes: "calm"),
        edit(2, after: [0], writes: ""), edit(3, after: [0], writes: "sad")),
      entry(
        "canonically equal values differ", edit(2, after: [], writes: "\u{e9}"),
        edit(3, after: [], writes: "e\u{301}")),
      entry(
        "a later write ends it", edit(1, after: [], writes: "calm"),
        edit(2, after: [0], writes: "glad"), edit(3, after: [0], writes: "sad"),
        edit(1, after: [1, 2], writes: "sad")),
      entry(
        "the base is what stood before all of them", edit(1, after: [], writes: "calm"),
        edit(2, after: [], writes: "glad"), edit(3, after: [0, 1], writes: "sad"),
        edit(4, after: [0, 1])),
      entry(
        "written at one time", edit(1, after: [], writes: "calm"),
        edit(2, after: [0], writes: "glad", at: 500), edit(3, after: [0], writes: "sad", at: 500)),
      entry(
        "the latest is shown, whatever its envelope", edit(1, after: [], writes: "calm"),
        edit(2, after: [0], writes: "glad", at: 500), edit(3, after: [0], writes: "sad", at: 501)),
      entry(
        "values beside stand by their bytes", edit(1, after: [], writes: "d"),
        edit(2, after: [], writes: "b"), edit(3, after: [], writes: "c"),
        edit(4, after: [], writes: "a")),
      entry(
        "a clock that was set back", edit(1, after: [], writes: "calm", at: 900),
        edit(1, after: [0], writes: "glad", at: 100)),
      entry("deleted", edit(1, after: []), mark(2, 0, after: [0])),
      entry(
        "deleted beside an edit", edit(1, after: []), mark(2, 0, after: [0]),
        edit(3, after: [0])),
      entry(
        "an ordinary edit does not end it", edit(1, after: []), mark(2, 0, after: [0]),
        edit(3, after: [0]), edit(3, after: [1, 2])),
      entry(
        "kept by a restoration that had seen both", edit(1, after: []), mark(2, 0, after: [0]),
        edit(3, after: [0]), mark(1, 1, after: [1, 2])),
      entry(
        "deleted again by someone who had seen both", edit(1, after: []), mark(2, 0, after: [0]),
        edit(3, after: [0]), mark(1, 0, after: [1, 2])),
      entry(
        "two deletions against two edits", edit(1, after: []), mark(2, 0, after: [0]),
        mark(3, 0, after: [0]), edit(4, after: [0]), edit(4, after: [3]), edit(1, after: [1])),
      entry(
        "a restoration contests a deletion that it had not seen", edit(1, after: []),
        mark(2, 0, after: [0]), mark(3, 0, after: [1]), mark(2, 1, after: [1])),
      entry(
        "hidden beside a value that differs", edit(1, after: [], writes: "calm"),
        edit(2, after: [], writes: "glad"), mark(3, 0, after: [0, 1])),
      entry(
        "a deletion is contested, and another one had seen it all", edit(1, after: []),
        mark(2, 0, after: [0]), edit(3, after: [0]), mark(3, 0, after: [2])),
      entry(
        "a deletion that had seen one of two edits", edit(1, after: []), edit(2, after: [0]),
        edit(3, after: [0]), mark(3, 0, after: [2])),
      entry(
        "taking out a twin touches nothing", edit(1, after: []), mark(2, 0, after: [0]),
        untouching(3, after: [0])),
    ]
  }

  private static func entry(_ name: String, _ changes: Change...) -> EntryCase {
    var last: [UInt8: Int] = [:]
    let numbered = changes.enumerated().map { place, change in
      var change = change
      last[change.device, default: 0] += 1
      change.number = last[change.device] ?? 1
      // Clocks run against the order of places, so that no tie is decided for the wrong reason.
      change.envelope = UInt8(200 - place)
      if change.timestamp == 0 { change.timestamp = 1000 - place }
      return change
    }
    return EntryCase(name: name, changes: numbered)
  }

  private static func edit(
    _ device: UInt8, after parents: [Int], writes: String? = nil, at time: Int = 0
  ) -> Change {
    Change(
      device: device, number: 0, envelope: 0, timestamp: time, parents: parents, writes: writes,
      presence: nil, touches: true)
  }

  private static func mark(_ device: UInt8, _ presence: Int, after parents: [Int]) -> Change {
    var change = edit(device, after: parents)
    change.presence = presence
    return change
  }

  private static func untouching(_ device: UInt8, after parents: [Int]) -> Change {
    var change = edit(device, after: parents)
    change.touches = false
    return change
  }

  static func entry(_ item: EntryCase, _ answer: EntryAccount) -> VectorValue {
    let changes = item.changes.map { change -> VectorValue in
      var members: [(name: String, value: VectorValue)] = [
        ("device", .bytes([UInt8](repeating: change.device, count: 32))),
        ("number", .count(change.number)),
        ("envelope", .bytes([UInt8](repeating: change.envelope, count: 32))),
        ("timestamp", .text(String(change.timestamp))),
        ("parents", .list(change.parents.map { .count($0) })),
        ("touches", .count(change.touches ? 1 : 0)),
      ]
      if let writes = change.writes { members.append(("register", .text(writes))) }
      if let presence = change.presence { members.append(("presence", .count(presence))) }
      return .object(members)
    }
    var members: [(name: String, value: VectorValue)] = [
      ("name", .text(item.name)), ("changes", .list(changes)),
      ("hidden", .count(answer.isHidden ? 1 : 0)), ("shown", .text(answer.register.shown)),
      ("beside", .list(answer.register.beside.map { .text($0) })),
    ]
    if let review = answer.value { members.append(("value", decision(review))) }
    if let review = answer.deletion { members.append(("deletion", decision(review))) }
    return .object(members)
  }

  private static func decision(_ decision: Decision) -> VectorValue {
    .object([
      ("sides", .list(decision.sides.map { .count($0) })),
      ("base", .list(decision.base.map { .count($0) })),
      ("hunks", .list(decision.hunks.map { .count($0) })),
    ])
  }
}
