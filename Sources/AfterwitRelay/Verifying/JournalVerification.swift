internal import AfterwitEncoding
internal import AfterwitWire

// The bytes of the envelopes are all that a relay must keep: who is a member, where a log ends and in
// which order everything came follows from them. So all of it is derived anew, envelope by envelope in
// the order, and compared with what stands beside them. One fault is told once: after it, the
// comparison goes on from what is kept, not from what should be there.
//
// Cost: a signature for each envelope, and an id, a device and a number in memory.

/// Compares what is kept of one journal with what follows from its envelopes.
struct JournalVerification {
  /// What was found so far.
  private(set) var faults: [StorageFault] = []
  private let journal: StoredJournal
  private var roster: Roster?
  private var end = RelayCursor.start
  private var lastControl: UInt64 = 0
  private var byteCount: UInt64 = 0
  /// In whose log each envelope stands, and where.
  private var places: [[UInt8]: Place] = [:]
  /// The envelopes that another names as previous.
  private var continued: Set<[UInt8]> = []

  fileprivate struct Place: Hashable {
    let device: [UInt8]
    let number: UInt64
  }

  init(of journal: StoredJournal) {
    self.journal = journal
  }

  /// Takes the next row of the order.
  mutating func take(_ row: StoredEnvelope) {
    let isNext = row.position == end.position + 1
    if !isNext { tell("\(missing(before: row.position)) missing", at: end.position + 1) }
    let hash = EnvelopeID(row.id).map { end.advanced(past: $0).hash }
    if isNext, hash != row.runningHash { tell("its running hash is wrong", at: row.position) }
    end = RelayCursor(
      position: row.position, hash: row.runningHash.count == 32 ? row.runningHash : end.hash)
    byteCount += UInt64(row.bytes.count)
    if row.kind == UInt64(EnvelopeKindCode.control.rawValue) { lastControl = row.position }
    let place = Place(device: row.device, number: row.number)
    if let envelope = envelope(of: row) {
      follow(envelope, at: row.position)
      check(envelope, at: row.position)
    } else if let previous = places.first(where: { $0.value == place.previous })?.key {
      continued.insert(previous)
    }
    places[row.id] = place
  }

  /// Takes the end of the order, and the tips that are kept.
  mutating func finish(_ heads: Heads) {
    if end != journal.end {
      tell("the order ends at \(end.position), and its end is kept as \(journal.end.position)")
    }
    if lastControl != journal.lastControl { tell("its last control envelope is kept wrongly") }
    if byteCount != journal.byteCount {
      tell("it has \(byteCount) bytes, and \(journal.byteCount) are kept as their sum")
    }
    var tips: Set<Place> = []
    for (id, place) in places where !continued.contains(id) { tips.insert(place) }
    var kept: Set<Place> = []
    for (device, logTips) in heads.tips {
      for tip in logTips { kept.insert(Place(device: device.bytes, number: tip.number)) }
      for tip in logTips where places[tip.id.bytes] == nil || continued.contains(tip.id.bytes) {
        tell("a tip is kept that is none: \(device.shortText) \(tip.number)")
      }
    }
    for tip in tips.subtracting(kept) {
      tell("a tip is not kept: \(Self.short(tip.device)) \(tip.number)")
    }
  }

  /// The envelope of a row, if its bytes are the one under which they are kept.
  private mutating func envelope(of row: StoredEnvelope) -> Envelope? {
    let envelope: Envelope
    do throws(EnvelopeFailure) {
      envelope = try Envelope(parsing: row.bytes)
    } catch {
      tell("its bytes are no envelope: \(error.what)", at: row.position)
      return nil
    }
    let header = envelope.header
    guard envelope.id.bytes == row.id else {
      tell("its bytes are not those of its id", at: row.position)
      return nil
    }
    if header.device.bytes != row.device || header.number != row.number
      || UInt64(header.kind.rawValue) != row.kind
    {
      tell("it is kept under another device, number or kind than its own", at: row.position)
    }
    return envelope
  }

  /// Looks whether what an envelope goes on from is held before it.
  private mutating func follow(_ envelope: Envelope, at position: UInt64) {
    let header = envelope.header
    guard header.number > 1 else { return }
    continued.insert(header.previous.bytes)
    let before = Place(device: header.device.bytes, number: header.number - 1)
    if places[header.previous.bytes] != before {
      tell("the envelope before it in its log is missing", at: position)
    }
  }

  /// Checks who signed an envelope, and who is a member after it.
  private mutating func check(_ envelope: Envelope, at position: UInt64) {
    do throws(EnvelopeFailure) {
      if position == 1 {
        roster = try Roster(genesis: envelope, keepsKeys: false)
        if envelope.id != journal.genesis || roster?.journal != journal.id {
          tell("it is not the genesis of the journal", at: position)
        }
      } else if let roster {
        try roster.verify(envelope)
        try self.roster?.fold(verified: envelope)
      }
    } catch {
      tell(Self.words(for: error), at: position)
    }
  }

  private static func words(for failure: EnvelopeFailure) -> String {
    switch (failure.layer, failure.what) {
    case (.semantic, "member"): "nobody admitted who wrote it"
    case (.semantic, "journal"): "it is of another journal"
    case (.signature, _): "its \(failure.what) is wrong"
    default: "what it says makes no sense: \(failure.what)"
    }
  }

  private func missing(before position: UInt64) -> String {
    position > end.position + 2
      ? "this and all up to \(position - 1) are" : "the envelope is"
  }

  private static func short(_ device: [UInt8]) -> String {
    String(Hexadecimal.encode(device).prefix(8))
  }

  private mutating func tell(_ what: String, at position: UInt64? = nil) {
    faults.append(StorageFault(what, of: journal.id, at: position))
  }
}

extension JournalVerification.Place {
  /// The place before this one.
  fileprivate var previous: Self? {
    number > 1 ? Self(device: device, number: number - 1) : nil
  }
}
