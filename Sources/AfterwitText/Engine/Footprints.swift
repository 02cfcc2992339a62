internal import AfterwitEncoding

// What each event inserted and deleted, in numbers of scalars, as runs: events that follow each
// other and each take the next scalars, or the ones before, are one record. A person's typing is a
// record for each stretch, whatever the number of events.
//
// Invariant: neither the first nor the last events of the records ever descend, so the records that
// concern some events lie side by side. An event's own records are in the order of its operations.

/// The inserted and deleted scalars of consecutive events.
struct FootprintRun: Hashable, Sendable {
  /// What an event did with its scalars, and where those of the next event are.
  enum Kind: UInt8 {
    case inserted, deleted, deletedBackward
  }

  /// The first event.
  @Compact var event: Int
  /// How many events there are.
  @Compact var events: Int
  /// The first scalar of the first event.
  @Compact var first: ScalarNumber
  /// How many scalars each event has.
  @Compact var length: Int
  /// What the events did.
  var kind: Kind
  private var laneNumber: UInt8

  /// What events did, the first of them with the scalars from `first` on, `length` scalars each.
  init(
    event: Int, events: Int, lane: Int, kind: Kind, first: ScalarNumber, length: Int
  ) {
    self.event = event
    self.events = events
    self.first = first
    self.length = length
    self.kind = kind
    laneNumber = UInt8(lane)
  }

  /// The lane through which the events came.
  var lane: Int { Int(laneNumber) }

  /// The event after the last.
  var end: Int { event + events }

  /// The scalars of some of the events.
  func numbers(of part: Range<Int>) -> Range<ScalarNumber> {
    let (low, high) = (part.lowerBound - event, part.upperBound - event)
    return kind == .deletedBackward
      ? first - (high - 1) * length..<first - (low - 1) * length
      : first + low * length..<first + high * length
  }
}

/// What events inserted and deleted, from the first one on.
struct Footprints: Sendable {
  private(set) var runs: [FootprintRun] = []

  /// Records what events did, after those recorded so far.
  ///
  /// - Returns: Whether the record stands by itself, and is not the rest of the last one.
  @discardableResult
  mutating func append(_ run: FootprintRun) -> Bool {
    let last = runs.count - 1
    guard last >= 0, let kind = runs[last].kind(goingOnTo: run) else {
      runs.append(run)
      return true
    }
    runs[last].kind = kind
    runs[last].events += run.events
    return false
  }

  /// Forgets all records, and keeps their memory.
  mutating func removeAll() { runs.removeAll(keepingCapacity: true) }

  /// The place of the first record of an event or one after it.
  /// - Complexity: O(log *records*).
  func place(of event: Int) -> Int {
    runs.partitioningIndex { $0.end > event }
  }
}

extension FootprintRun {
  /// The kind of this run with another behind it; `nil` where they are not one.
  fileprivate func kind(goingOnTo next: FootprintRun) -> Kind? {
    guard next.event == end, next.length == length, next.lane == lane else { return nil }
    if kind == .inserted || next.kind == .inserted {
      return kind == next.kind && next.first == first + events * length ? kind : nil
    }
    let isForward = events == 1 || kind == .deleted
    let isBackward = events == 1 || kind == .deletedBackward
    if isForward, next.first == first + events * length {
      return next.events == 1 || next.kind == .deleted ? .deleted : nil
    }
    if isBackward, next.first == first - events * length {
      return next.events == 1 || next.kind == .deletedBackward ? .deletedBackward : nil
    }
    return nil
  }
}

/// The places of consecutive events in the order that breaks ties, as runs of one device's log.
struct EventOrders: Sendable {
  private var runs: [(event: Int, order: TextOrder)] = []

  /// Records the place of an event, after those recorded so far; the events behind it, up to the
  /// next recorded one, have the next numbers in the same device's log.
  mutating func append(_ order: TextOrder, of event: Int) {
    if let last = runs.last, last.order.advanced(by: event - last.event) == order { return }
    runs.append((event, order))
  }

  /// Forgets all places, and keeps their memory.
  mutating func removeAll() { runs.removeAll(keepingCapacity: true) }

  /// The place of an event in the order.
  /// - Complexity: O(log *runs*).
  func order(of event: Int) -> TextOrder {
    let low = runs.lastIndex(notBeyond: event, by: \.event)
    return runs[low].order.advanced(by: event - runs[low].event)
  }
}

extension TextOrder {
  /// The place of a later change of the same log, where the envelopes have no ids of their own.
  fileprivate func advanced(by count: Int) -> TextOrder {
    TextOrder(device: device, number: number &+ UInt64(count), envelope: envelope)
  }
}
