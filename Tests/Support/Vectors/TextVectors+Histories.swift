extension TextVectors {
  /// Histories small enough to be worked out on paper.
  static var histories: [Case] {
    [
      history(
        "one device", "to the sea", by(1, after: [], .insert(at: 0, "to sea")),
        by(1, after: [0], .insert(at: 3, "the "))),
      history(
        "operations of one change apply one after another", "axc",
        by(1, after: [], .insert(at: 0, "abc"), .delete(at: 1, 1), .insert(at: 1, "x"))),
      history(
        "two words at one place", "to deepblue sea", by(9, after: [], .insert(at: 0, "to  sea")),
        by(2, after: [0], .insert(at: 3, "blue")), by(1, after: [0], .insert(at: 3, "deep"))),
      history(
        "forwards, a scalar a change", "abxy", by(2, after: [], .insert(at: 0, "x")),
        by(2, after: [0], .insert(at: 1, "y")), by(1, after: [], .insert(at: 0, "a")),
        by(1, after: [2], .insert(at: 1, "b"))),
      history(
        "backwards, a scalar an operation", "abcxyz",
        by(
          2, after: [], .insert(at: 0, "z"), .insert(at: 0, "y"), .insert(at: 0, "x")),
        by(
          1, after: [], .insert(at: 0, "c"), .insert(at: 0, "b"), .insert(at: 0, "a"))),
      history(
        "backwards, a scalar a change", "abxy", by(1, after: [], .insert(at: 0, "b")),
        by(2, after: [], .insert(at: 0, "y")), by(1, after: [0], .insert(at: 0, "a")),
        by(2, after: [1], .insert(at: 0, "x"))),
      history(
        "left children by identity", "1-2-3-R", by(9, after: [], .insert(at: 0, "R")),
        by(3, after: [0], .insert(at: 0, "3-")), by(1, after: [0], .insert(at: 0, "1-")),
        by(2, after: [0], .insert(at: 0, "2-"))),
      history(
        "right children by right origin, the last in sequence first", "ayyxxcd",
        by(9, after: [], .insert(at: 0, "d")), by(1, after: [0], .insert(at: 0, "a")),
        by(2, after: [0], .insert(at: 0, "c")), by(1, after: [1, 2], .insert(at: 1, "xx")),
        by(3, after: [1], .insert(at: 1, "yy"))),
      history(
        "a deleted scalar is a right origin", "azxy", by(9, after: [], .insert(at: 0, "ab")),
        by(2, after: [0], .delete(at: 1, 1), .insert(at: 1, "x")),
        by(3, after: [0], .insert(at: 2, "y")), by(1, after: [0], .insert(at: 1, "z")),
        by(4, after: [1, 2, 3])),
      history(
        "deletions that overlap", "one!", by(9, after: [], .insert(at: 0, "one two three")),
        by(1, after: [0], .delete(at: 3, 4)), by(2, after: [0], .insert(at: 5, "!")),
        by(3, after: [0], .delete(at: 4, 9))),
      history(
        "one scalar replaced twice", "aBßc", by(9, after: [], .insert(at: 0, "abc")),
        by(1, after: [0], .delete(at: 1, 1), .insert(at: 1, "B")),
        by(2, after: [0], .delete(at: 1, 1), .insert(at: 1, "ß"))),
      history(
        "positions count scalars", "\u{1f44d}-\u{1f3fd}e!",
        by(9, after: [], .insert(at: 0, "\u{1f44d}\u{1f3fd}e\u{301}")),
        by(1, after: [0], .insert(at: 1, "-")), by(2, after: [0], .delete(at: 3, 1)),
        by(3, after: [0], .insert(at: 4, "!"))),
      history(
        "one device, one number, two envelopes", "one two.",
        event(9, 1, 0x50, after: [], .insert(at: 0, ".")),
        event(7, 2, 0x41, after: [0], .insert(at: 0, " two")),
        event(7, 2, 0x40, after: [0], .insert(at: 0, "one"))),
      history(
        "the number decides before the envelope", "one two.",
        event(9, 1, 0x50, after: [], .insert(at: 0, ".")),
        event(7, 3, 0x40, after: [0], .insert(at: 0, " two")),
        event(7, 2, 0x41, after: [0], .insert(at: 0, "one"))),
      history(
        "made on an old version", "----ab", by(1, after: [], .insert(at: 0, "a")),
        by(1, after: [0], .insert(at: 0, "-")), by(1, after: [1], .insert(at: 0, "-")),
        by(1, after: [2], .insert(at: 0, "--")), by(2, after: [0], .insert(at: 1, "b"))),
    ]
  }

  /// Histories of which the last event does not fit its parents.
  static var misfits: [Case] {
    let start = by(9, after: [], .insert(at: 0, "ab"))
    return [
      misfit("an insertion behind the end", 0, start, by(1, after: [0], .insert(at: 3, "x"))),
      misfit("a deletion beyond the end", 0, start, by(1, after: [0], .delete(at: 1, 2))),
      misfit("a deletion at the end", 0, start, by(1, after: [0], .delete(at: 2, 1))),
      misfit(
        "the second of two", 1, start,
        by(1, after: [0], .delete(at: 0, 1), .insert(at: 2, "x"))),
      misfit(
        "fits what was merged, not what was shown", 0, start,
        by(2, after: [0], .insert(at: 2, "cd")), by(1, after: [0], .insert(at: 3, "x"))),
      misfit(
        "made on nothing", 0, start, by(1, after: [], .delete(at: 0, 1))),
      misfit(
        "counted in UTF-16", 0, by(9, after: [], .insert(at: 0, "\u{1f44d}")),
        by(1, after: [0], .insert(at: 2, "x"))),
    ]
  }

  static func history(_ name: String, _ text: String, _ events: Event...) -> Case {
    Case(name: name, events: numbered(events), text: text)
  }

  private static func misfit(_ name: String, _ operation: Int, _ events: Event...) -> Case {
    Case(name: name, events: numbered(events), misfit: operation)
  }

  static func by(
    _ device: UInt8, after parents: [Int], _ operations: Operation...
  ) -> Event {
    Event(device: device, number: 0, envelope: 0, parents: parents, operations: operations)
  }

  private static func event(
    _ device: UInt8, _ number: Int, _ envelope: UInt8, after parents: [Int],
    _ operations: Operation...
  ) -> Event {
    Event(
      device: device, number: number, envelope: envelope, parents: parents,
      operations: operations)
  }

  /// Gives the events that have no number the next one of their device, and an envelope.
  ///
  /// Envelopes fall where numbers rise, so that no tie is decided rightly for the wrong reason.
  static func numbered(_ events: [Event]) -> [Event] {
    var last: [UInt8: Int] = [:]
    return events.enumerated().map { place, event in
      guard event.number == 0 else { return event }
      var event = event
      last[event.device, default: 0] += 1
      event.number = last[event.device] ?? 1
      event.envelope = UInt8(200 - place)
      return event
    }
  }
}
