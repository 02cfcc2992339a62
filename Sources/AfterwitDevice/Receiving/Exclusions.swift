internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitWire

// Whoever is shut out may have written on for weeks. What lies within the cut of its revocation is
// good, and what somebody in good standing built on; the rest is set aside: kept, passed on, and
// without effect, as if it had not come. Nothing says so but the set of envelopes, so all devices
// set aside the same.
//
// A device never sets aside what it wrote itself: its person keeps their words, whatever the others
// hold of the machine.
//
// Protocol/5-sealing, "Who is a member": AW-SEAL-42.

/// Those who were let in and are no members, and what of theirs is good.
struct Exclusions {
  private let transaction: Transaction
  private let own: Set<DeviceID>
  let excluded: [DeviceID: Membership.Exclusion]

  init(of roster: Roster?, transaction: Transaction) throws {
    self.transaction = transaction
    excluded = roster?.membership.excluded ?? [:]
    own = excluded.isEmpty ? [] : try transaction.localDevices()
  }

  /// Whether a change is good by itself: of a member, or within a cut.
  func isGood(_ header: EnvelopeHeader, id: EnvelopeID) throws -> Bool {
    guard let exclusion = excluded[header.device], !own.contains(header.device) else { return true }
    return try exclusion.cut.contains { tip in
      if tip.id == id { return true }
      return try tip.number > header.number && isBefore(tip, header, id: id)
    }
  }

  /// Whether anything has its effect, or waits to, that must not: it is not good by itself, and
  /// nothing that is good was made on it.
  ///
  /// - Complexity: O(1) for each who is out where there is nothing beyond the cuts; else that of a walk
  ///   through the causal graph.
  func holdsWhatMustNot() throws -> Bool {
    var beyond: Set<EnvelopeID> = []
    for (device, exclusion) in excluded where !own.contains(device) {
      for entry in try placedBeyond(exclusion.cut, of: device) { beyond.insert(entry.id) }
    }
    guard !beyond.isEmpty else { return false }
    return try transaction.holdsUnbuiltOn(beyond)
  }

  private func placedBeyond(
    _ cut: [Heads.Tip], of device: DeviceID
  ) throws -> [LogEntry] {
    let isForked = try transaction.tips(of: device).count > 1
    let held = try cut.filter { try transaction.logEntry($0.id) != nil }
    let last = held.map(\.number).max() ?? 0
    guard isForked else { return try transaction.placedLog(of: device, from: last + 1) }
    return try transaction.placedLog(of: device, from: 1).filter { entry in
      try !held.contains { try transaction.descends($0.id, from: entry.id) }
    }
  }

  /// Whether an envelope of a log lies before one of its tips.
  private func isBefore(
    _ tip: Heads.Tip, _ header: EnvelopeHeader, id: EnvelopeID
  ) throws -> Bool {
    guard try transaction.logEntry(tip.id)?.device == header.device else { return false }
    guard try transaction.tips(of: header.device).count > 1 else { return true }
    return try transaction.descends(tip.id, from: id)
  }
}
