internal import AfterwitCausality
public import AfterwitEncoding
public import AfterwitText

// What one replica of a text has and another lacks, as a log of its own. The events that its first
// ones were made on are named, not told: they stand before the others as events without units, and
// whoever takes the update in looks them up.

/// Events of a text to hand over to a replica that lacks them.
public struct TextUpdate: Sendable {
  /// How many events at the start are only named.
  let namedCount: Int
  let log: EventLog

  private static let magic: [UInt8] = [0x41, 0x57, 0x55, 0x31]

  init(namedCount: Int, log: EventLog) {
    self.namedCount = namedCount
    self.log = log
  }

  /// Decodes an update.
  /// - Throws: ``DecodingFailure`` where the bytes are not one, or damaged.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var reader = try ColumnReader(bytes, magic: Self.magic)
    var head = ByteCursor(try reader.next())
    let named = try head.readCount(limit: Int(Int32.max))
    try head.requireEnd()
    var log = EventLog()
    var rows = try HistoryRows(&reader)
    try rows.restore(&log)
    let text = ByteCursor(try reader.next())
    try reader.requireEnd()
    var column = text
    guard let typed = ScalarBuffer(utf8: column.readRest()),
      typed.count == log.runs.typedCount, named <= log.count,
      log.table.units(of: 0..<named).isEmpty
    else { throw text.failure(.notCanonical) }
    log.typed = TypedText(typed)
    self.init(namedCount: named, log: log)
  }

  /// The update in bytes.
  public var bytes: [UInt8] {
    var writer = ColumnWriter(magic: Self.magic, isCompact: false)
    var head = ByteBuilder()
    head.append(count: namedCount)
    writer.append(head.bytes)
    log.appendColumns(to: &writer)
    var text: [UInt8] = []
    log.typed.appendUTF8(to: &text)
    writer.append(text)
    return writer.finished()
  }
}

/// Why an update cannot be taken in.
public enum TextUpdateFailure: Error, Hashable, Sendable {
  /// It rests on an event that is not here.
  case lacks(TextOrder)
  /// An operation does not fit the text it was made on.
  case misfit(TextMisfit)
}

extension TextHistory {
  /// What is here and not in a version, for a replica that has that version.
  public func update(since version: [Int]) -> TextUpdate {
    let new = graph.difference(graph.frontier, version).onlyA
    var named: Set<Int> = []
    for stretch in new.flatMap({ events.stretches(of: $0) }) {
      named.formUnion(stretch.parents.filter { parent in !new.contains { $0.contains(parent) } })
    }
    var log = EventLog()
    var places: [EventPlaces] = []
    for event in named.sorted() {
      places.append(EventPlaces(events: event..<event + 1, start: log.count))
      log.append(named: events.table.order(of: event))
    }
    for events in new {
      let behind = places.firstIndex { $0.events.lowerBound > events.lowerBound } ?? places.count
      places.insert(EventPlaces(events: events, start: log.count), at: behind)
      for stretch in self.events.stretches(of: events) {
        log.append(stretch, of: self.events, parents: EventPlaces.map(stretch.parents, places))
      }
    }
    return TextUpdate(namedCount: named.count, log: log)
  }

  /// Takes in what an update holds and is not here yet.
  ///
  /// - Throws: ``TextUpdateFailure``; nothing is changed then.
  /// - Complexity: that of its runs, each times the logarithm of those since the last critical
  ///   version where it is concurrent.
  public mutating func merge(_ update: TextUpdate) throws(TextUpdateFailure) {
    let log = try events.extended(by: update)
    do {
      try extend(to: log)
    } catch {
      throw .misfit(error)
    }
  }
}

extension EventLog {
  /// These events and behind them those of an update that are not among them.
  fileprivate func extended(by update: TextUpdate) throws(TextUpdateFailure) -> EventLog {
    if table.devices.isEmpty, update.namedCount == 0 { return update.log }
    var extended = self
    var places: [EventPlaces] = []
    for event in 0..<update.namedCount {
      let order = update.log.table.order(of: event)
      guard let place = table.index(of: order) else { throw .lacks(order) }
      places.append(EventPlaces(events: event..<event + 1, start: place))
    }
    try update.log.forEachStretch(of: update.namedCount..<update.log.count) {
      stretch, _ throws(TextUpdateFailure) in
      let known = table.knownCount(of: stretch)
      let (first, middle) = (stretch.events.lowerBound, stretch.events.lowerBound + known)
      if known > 0 {
        guard let place = table.index(of: stretch.order) else { throw .lacks(stretch.order) }
        places.append(EventPlaces(events: first..<middle, start: place))
      }
      guard known < stretch.events.count else { return }
      let rest = stretch.dropping(upTo: middle)
      places.append(EventPlaces(events: rest.events, start: extended.count))
      extended.append(rest, of: update.log, parents: EventPlaces.map(rest.parents, places))
    }
    return extended
  }
}
