internal import AfterwitCausality
internal import AfterwitStore
internal import AfterwitWire

extension Device {
  /// What waits for a person beside the practice.
  /// - Complexity: O(*envelopes that the relay lacks*); nothing of it grows with the journal.
  public func unfinished() throws(DeviceFailure) -> Unfinished {
    let now = environment.nowMilliseconds()
    return try reading { transaction in
      let isShared = try transaction.relayAddress() != nil
      let begun = try transaction.firstCreated()
      let last = [
        try transaction.moment(of: .drilled), try transaction.moment(of: .drillReminded),
        begun?.milliseconds,
      ].compactMap(\.self).max()
      return Unfinished(
        drafts: home.leftDrafts().count, reviews: try transaction.reviewCount(),
        pending: isShared
          ? try transaction.envelopesLacking(in: try transaction.relayHeads())
            .count { $0.kind != .heads } : 0,
        isDrillDue: last.map { $0 + Self.drillInterval < now } ?? false, isBegun: begun != nil)
    }
  }

  /// Keeps that a person was reminded of a drill; a home that cannot be written to can still be read.
  public func noteDrillReminder() {
    let now = environment.nowMilliseconds()
    try? store.write { transaction in try transaction.setMoment(now, of: .drillReminded) }
  }

  /// A quarter of a year, in milliseconds.
  private static let drillInterval: UInt64 = 91 * 86_400_000
}
