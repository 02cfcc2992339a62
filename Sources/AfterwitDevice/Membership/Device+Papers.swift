internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitWire

// A paper is found by somebody, or lost. The old one makes a new one and ends itself, in one
// envelope, with an epoch whose key the old one does not get. Where it is lost no device can end it:
// it stands above all of them. A device can add one below it, which is a member like a device.

extension Device {
  /// Makes a new recovery secret by the old one, which ends itself.
  ///
  /// - Parameters:
  ///   - typed: the old secret as it was written down.
  ///   - keep: gets the text of the new one, before anything is changed; if it throws, nothing is.
  /// - Throws: ``DeviceFailure/membership(_:)`` if the old one is mistyped, of another journal, or
  ///   has ended.
  public func renewRecovery(
    by typed: String, keep: (String) throws(DeviceFailure) -> Void
  ) throws(DeviceFailure) {
    try writing { transaction in
      try transaction.requireUnderstanding()
      let old = try RecoverySecret(typed: typed)
      let (roster, identity) = try transaction.membership()
      guard let member = roster.member(old.device), member.rank == Member.recoveryRank else {
        throw DeviceFailure.membership(roster.knows(old.device) ? .voidPaper : .otherPaper)
      }
      guard roster.isProven else { throw DeviceFailure.membership(.unprovenJournal) }
      var random = environment.random
      let new = RecoverySecret(of: journal, using: &random)
      let entry: [ControlRecord] = [
        .member(new.member), .revocation(try transaction.revocation(of: old.device, in: roster)),
      ]
      let after = roster.trying(entry, by: old.device)
      guard after.member(old.device) == nil, after.member(new.device) != nil else {
        throw DeviceFailure.membership(.incomplete(waiting: 0))
      }
      var keyring = try transaction.keyring()
      let (_, parts) = try EpochRecords.begin(
        for: after.members, in: roster, after: entry, holding: &keyring, using: &random)
      try keep(new.text)
      for part in parts { try transaction.record(part, as: old, journal: journal) }
      try transaction.setProperty(.keyring, to: keyring.bytes)
      try transaction.takeOutWhatMustGo(identity)
    }
  }

  /// Adds a recovery secret below the first, which stays good.
  ///
  /// - Parameter keep: as in ``renewRecovery(by:keep:)``.
  /// - Throws: ``DeviceFailure/membership(_:)`` if this machine is out; ``DeviceFailure`` of the code
  ///   `quota` where the journal has no room for a further member.
  public func addRecovery(
    keep: (String) throws(DeviceFailure) -> Void
  ) throws(DeviceFailure) {
    try writing { transaction in
      try transaction.requireUnderstanding()
      let author = try Author(environment: environment, transaction: transaction)
      let (roster, identity) = try transaction.membership()
      guard roster.member(identity.device) != nil else {
        throw DeviceFailure.membership(.ownExclusion)
      }
      guard roster.isProven else { throw DeviceFailure.membership(.unprovenJournal) }
      guard roster.hasRoom else { throw DeviceFailure.pairing(.noRoom(limit: Limits.members)) }
      var random = environment.random
      let new = RecoverySecret(of: journal, rank: Member.deviceRank, using: &random)
      let records = try AdmissionRecords.records(
        member: new.member, epochs: try transaction.keysForNewcomers(genesis: genesis),
        journal: journal)
      try keep(new.text)
      _ = try author.record(records)
      try author.record(name: "paper", of: new.device)
    }
  }
}
