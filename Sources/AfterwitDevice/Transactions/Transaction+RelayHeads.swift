internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitWire

// Heads say what a relay holds. Two are kept. The first are those that it told last; `status`
// counts by them what is pending. The second are those of all that it was known to hold; they stay
// until it holds all of that again. They tell a relay that has lost something from one that never
// had it.
extension Transaction {
  /// The heads that the relay told last; empty before the first session.
  func relayHeads() throws -> Heads {
    try heads(of: .relayHeads) ?? Heads()
  }

  /// The heads that a property keeps.
  func heads(of property: Property) throws -> Heads? {
    guard let bytes = try self.property(property) else { return nil }
    var cursor = ByteCursor(bytes)
    return try Heads(decoding: &cursor)
  }

  /// Keeps heads as a property, and writes nothing if they have not changed.
  func setHeads(_ heads: Heads, of property: Property) throws {
    var builder = ByteBuilder()
    heads.encode(into: &builder)
    guard try self.property(property) != builder.bytes else { return }
    try setProperty(property, to: builder.bytes)
  }

  /// Extends the heads that a property keeps by envelopes that came from the relay and are held.
  func extendHeads(of property: Property, past envelopes: [Envelope]) throws {
    guard !envelopes.isEmpty else { return }
    var heads = try heads(of: property) ?? Heads()
    for envelope in envelopes {
      guard try standing(of: envelope.id) != nil else { continue }
      let header = envelope.header
      var tips = heads.tips[header.device] ?? []
      let follows = tips.firstIndex { $0.id == header.previous }
      guard follows != nil || tips.isEmpty else { continue }
      if let follows { tips.remove(at: follows) }
      heads.tips[header.device] =
        (tips + [Heads.Tip(number: header.number, id: envelope.id)]).sorted()
    }
    try setHeads(heads, of: property)
  }

  /// The envelopes that a relay lacks although it was known to hold them, with their authors.
  ///
  /// If the relay tells a tip that is not held here, its log counts only once the tip has come, for
  /// the relay may hold all of it. What the relay is known to hold is replaced for each log of
  /// which nothing was lost.
  func noteLost(
    among pending: [LogEntry], of relay: Heads
  ) throws -> [EnvelopeID: DeviceID] {
    let known = try heads(of: .relayHeld) ?? Heads()
    var undecided = try Set(
      relay.tips.filter { try $0.value.contains { try standing(of: $0.id) == nil } }.keys)
    var lost: [EnvelopeID: DeviceID] = [:]
    if !pending.isEmpty, !known.tips.isEmpty {
      let never = Set(try envelopesLacking(in: known).map(\.id))
      for entry in pending where entry.kind != .heads && !never.contains(entry.id) {
        if !undecided.contains(entry.device) { lost[entry.id] = entry.device }
      }
    }
    undecided.formUnion(lost.values)
    var held = relay
    for device in undecided {
      held.tips[device] = known.tips[device]
    }
    try setHeads(held, of: .relayHeld)
    return lost
  }

  /// What is held here and not covered by a relay's heads, in the order of admission, which puts
  /// parents first.
  ///
  /// A tip of the relay that is held here covers its log up to there; any other covers nothing.
  func envelopesLacking(in relay: Heads) throws -> [LogEntry] {
    var lacking: [LogEntry] = []
    for (device, ours) in try heads().tips {
      let theirs = Set(relay.tips[device] ?? [])
      let missing = ours.filter { !theirs.contains($0) }
      guard !missing.isEmpty else { continue }
      if ours.count == 1 {
        let covered = try theirs.filter { try standing(of: $0.id) != nil }.map(\.number).max()
        lacking += try log(of: device, from: (covered ?? 0) + 1)
      } else {
        lacking += try forkedLog(of: device, notCoveredBy: theirs.map(\.id))
      }
    }
    return lacking.sorted { $0.sequence < $1.sequence }
  }

  private func forkedLog(
    of device: DeviceID, notCoveredBy tips: [EnvelopeID]
  ) throws -> [LogEntry] {
    let log = try log(of: device, from: 1)
    var previous: [EnvelopeID: EnvelopeID] = [:]
    for entry in log {
      // Nothing before a damaged envelope is known to be covered, so it is sent once more.
      guard let bytes = try envelopeBytes(entry.id), let envelope = try? Envelope(parsing: bytes)
      else { continue }
      previous[entry.id] = envelope.header.previous
    }
    var covered: Set<EnvelopeID> = []
    for tip in tips {
      var next: EnvelopeID? = previous[tip] == nil ? nil : tip
      while let id = next, covered.insert(id).inserted {
        next = previous[id].flatMap { previous[$0] == nil ? nil : $0 }
      }
    }
    return log.filter { !covered.contains($0.id) }
  }

  /// The envelopes that are no longer intact; and these together with their successors in their
  /// logs, which no relay takes without them.
  ///
  /// - Parameter ids: in the order of admission.
  func damaged(
    among ids: [EnvelopeID], genesis: EnvelopeID
  ) throws -> (alone: Set<EnvelopeID>, withSuccessors: Set<EnvelopeID>) {
    guard !ids.isEmpty, let roster = try roster(genesis: genesis) else { return ([], []) }
    var (alone, all): (Set<EnvelopeID>, Set<EnvelopeID>) = ([], [])
    for id in ids {
      let envelope = try envelopeBytes(id).flatMap { try? Envelope(parsing: $0) }
      if let envelope, envelope.id == id, (try? roster.verify(envelope)) != nil {
        if all.contains(envelope.header.previous) { all.insert(id) }
      } else {
        alone.insert(id)
        all.insert(id)
      }
    }
    return (alone, all)
  }
}
