internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

// What a machine is known to hold ends somewhere in each log, and so does what the relay holds. Between
// two such ends all of a log is on the same machines, so ranges are counted and no change is looked at.

extension Transaction {
  /// For how long a machine may be silent and still count, in milliseconds: 90 days.
  private static var silence: UInt64 { 90 * 86_400_000 }

  /// Where the changes of the journal exist, as far as this device knows.
  ///
  /// - Complexity: O(*machines* · *logs*, and for each the envelopes that are no changes).
  func copies(at now: UInt64) throws -> Copies {
    var copies = Copies()
    let own = try localDevices()
    // Who has not received the genesis yet knows of nobody, and has nothing to lose.
    guard let roster = try roster(genesis: identity().genesis) else { return copies }
    var known: [Heads] = []
    for member in roster.membership.members where member.rank == Member.deviceRank {
      let device = member.device
      guard try !own.contains(device) && isSettled(device) else { continue }
      // A device may say any time of itself, also one that is far off.
      if let last = try lastSign(of: device), last > now || now - last < Self.silence {
        known.append(try heads(knownOf: device))
      } else {
        copies.silent.append(device)
      }
    }
    let relay = try relayAddress() == nil ? Heads() : try relayHeads()
    for (log, tips) in try heads().tips {
      guard let last = tips.map(\.number).max() else { continue }
      guard tips.count == 1 else {
        // Of a log with several ends nothing is told but by the relay, which has all of it or not.
        let isThere = Set(tips).isSubset(of: relay.tips[log] ?? [])
        try add(changeCount(of: log), machines: 1, isThere: isThere, of: log, after: 0, to: &copies)
        continue
      }
      let there = try end(of: log, in: relay)
      let ends = try known.map { try end(of: log, in: $0) }
      var low: UInt64 = 0
      for high in Set(ends + [there, last]).sorted() where high > low && high <= last {
        try add(
          changeCount(of: log, after: low, through: high), machines: 1 + ends.count { $0 >= high },
          isThere: there >= high, of: log, after: low, to: &copies)
        low = high
      }
    }
    return copies
  }

  /// Counts changes of a log that are on the same machines.
  private func add(
    _ changes: Int, machines: Int, isThere: Bool, of log: DeviceID, after number: UInt64,
    to copies: inout Copies
  ) throws {
    guard changes > 0 else { return }
    if machines > 1 {
      copies.onMachines[machines, default: 0] += changes
    } else if isThere {
      copies.hereAndRelay += changes
    } else {
      copies.onlyHere += changes
      let since = try firstChange(of: log, after: number)?.timestamp.milliseconds
      copies.onlyHereSince = [copies.onlyHereSince, since].compactMap(\.self).min()
    }
  }

  /// The number up to which a log is told as held; 0 where its end is not held here.
  private func end(of log: DeviceID, in heads: Heads) throws -> UInt64 {
    try (heads.tips[log] ?? []).filter { try standing(of: $0.id) != nil }.map(\.number).max() ?? 0
  }

  /// Whether one home writes under an identity, and goes on to do so.
  ///
  /// A home that was copied goes on under another identity, which the last envelope of its log admits;
  /// it would be counted twice. Who has just invited somebody counts when it writes again.
  private func isSettled(_ device: DeviceID) throws -> Bool {
    let tips = try tips(of: device)
    guard tips.count == 1, let bytes = try envelopeBytes(tips[0].id) else { return false }
    let envelope = try Envelope(parsing: bytes)
    guard envelope.header.kind == .control else { return true }
    return !((try? ControlRecord.decode(envelope.payload)) ?? []).contains {
      if case .member = $0 { true } else { false }
    }
  }

  /// When a machine was last heard of, in milliseconds since 1970.
  private func lastSign(of device: DeviceID) throws -> UInt64? {
    try [
      lastTimestamp(of: device)?.milliseconds, acknowledgement(of: device)?.milliseconds,
    ].compactMap(\.self).max()
  }
}
