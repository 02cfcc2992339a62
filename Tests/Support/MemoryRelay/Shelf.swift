internal import AfterwitEncoding
internal import AfterwitWire

/// One journal at the relay: its roster, its order, and the logs within.
struct Shelf: Sendable {
  var roster: Roster
  var order: [EnvelopeID] = []
  var cursors: [RelayCursor] = [.start]
  var envelopes: [EnvelopeID: Envelope] = [:]
  var logs: [DeviceID: [Heads.Tip]] = [:]
  var continued: Set<EnvelopeID> = []

  init(genesis: Envelope) throws(EnvelopeFailure) {
    roster = try Roster(genesis: genesis)
    store(genesis)
  }

  var heads: Heads {
    Heads(tips: logs.mapValues { $0.filter { !continued.contains($0.id) } })
  }

  mutating func append(_ bytes: [UInt8], quota: Int? = nil) -> AppendOutcome {
    guard let envelope = try? Envelope(parsing: bytes) else { return .refused(.malformed) }
    let header = envelope.header
    guard header.journal == roster.journal else { return .refused(.journal) }
    if envelopes[envelope.id] != nil { return .alreadyHeld }
    guard roster.member(header.device) != nil else { return .refused(.member) }
    guard (try? roster.verify(envelope)) != nil else { return .refused(.signature) }
    guard header.number == 1 || follows(header) else { return .refused(.gap) }
    if let quota, order.count >= quota, header.kind != .control {
      return .overQuota(
        QuotaUse(.envelopes, used: UInt64(order.count), limit: UInt64(quota)))
    }
    guard (try? roster.admit(envelope)) != nil else { return .refused(.malformed) }
    let other = logs[header.device]?.first { $0.number == header.number }
    store(envelope)
    guard let other, let held = envelopes[other.id] else { return .stored }
    return .forked(held: held.header.bytes + held.signature)
  }

  private func follows(_ header: EnvelopeHeader) -> Bool {
    guard let previous = envelopes[header.previous]?.header else { return false }
    return previous.device == header.device && previous.number + 1 == header.number
  }

  private mutating func store(_ envelope: Envelope) {
    let header = envelope.header
    envelopes[envelope.id] = envelope
    continued.insert(header.previous)
    logs[header.device, default: []].append(
      Heads.Tip(number: header.number, id: envelope.id))
    logs[header.device]?.sort()
    order.append(envelope.id)
    cursors.append(cursors[cursors.count - 1].advanced(past: envelope.id))
  }
}
