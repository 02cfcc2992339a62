internal import AfterwitStore

extension Device {
  /// What waits for a person beside the practice.
  /// - Complexity: O(*envelopes that the relay lacks*); nothing of it grows with the journal.
  public func unfinished() throws(DeviceFailure) -> Unfinished {
    try reading { transaction in
      let isShared = try transaction.relayAddress() != nil
      return Unfinished(
        drafts: home.leftDrafts().count, reviews: try transaction.reviewCount(),
        pending: isShared
          ? try transaction.envelopesLacking(in: try transaction.relayHeads()).count : 0,
        isBegun: try transaction.firstCreated() != nil)
    }
  }
}
