internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
public import AfterwitSync
internal import AfterwitWire

// Every machine is gone, and the paper is left. It leads to its journal at the relay, which can hold
// back what it likes but make up nothing: the genesis carries the paper's own signature, and whatever
// follows is signed by those whom it leads to. The paper then lets this machine in, and shuts out
// those that are lost, in one envelope of its own.

extension Device {
  /// Brings a journal back to a new machine by its recovery secret, in an unused home, or in one that a
  /// backup of that journal was restored to.
  ///
  /// - Parameters:
  ///   - typed: the secret as it was written down.
  ///   - address: where the relay is.
  ///   - headers: what a proxy before the relay wants in each request.
  ///   - isRight: gets the devices once everything is here; returns whether to go on.
  ///   - lost: the names or ids of those devices that are to be shut out.
  /// - Throws: ``DeviceFailure/membership(_:)``; then this machine is no device of the journal, and the
  ///   same call may be made again.
  public static func recover(
    _ home: Home, name: String, secret typed: String, from relay: any Relay, at address: String,
    headers: [RelayHeader] = [], lost: [String] = [], environment: Environment,
    clock: some Clock<Duration> = ContinuousClock(),
    isRight: ([DeviceReport]) throws -> Bool
  ) async throws(DeviceFailure) -> Device {
    let free = try FreeHome(toJoinIn: home)
    try DeviceName.requireFitting(name)
    return try await DeviceFailure.naming {
      let secret = try RecoverySecret(typed: typed)
      let genesis = try await RecoveryAnchor.genesis(of: secret, at: relay)
      guard free.restored == nil || free.restored == genesis.id else {
        throw DeviceFailure.backup(.otherJournal)
      }
      let store = try Store.create(inFolder: home.path)
      try store.upgradeIfNeeded()
      if free.restored == nil { home.sweepRestoring() } else { home.finishRestoring() }
      var random = environment.random
      let identity = Identity(
        journal: secret.journal, genesis: genesis.id, keys: DeviceKeys(using: &random))
      try store.write { transaction in
        try identity.save(transaction, in: home, joiningBy: PendingJoin.recovery)
        if free.restored == nil {
          try transaction.clear()
          try transaction.setProperty(.keyring, to: nil)
        }
        try transaction.remember(RelayState())
        try transaction.setProperty(.deviceName, to: Array(name.utf8))
        try transaction.setProperty(.relayAddress, to: Array(address.utf8))
        try transaction.setRelayHeaders(headers)
      }
      let device = Device(
        home: home, store: store, identity: identity, environment: environment)
      try await device.takeIn(secret, from: relay, clock: clock)
      guard try isRight(device.devices().filter { !$0.isThis }) else {
        throw DeviceFailure.membership(.declined)
      }
      try device.enter(identity, by: secret, without: lost)
      // This machine is a device by now; the relay learns it now or at the next sync.
      _ = try? await device.exchange(with: relay, timeout: firstSyncTimeout, clock: clock)
      return device
    }
  }

  /// Takes everything in as the recovery member, and opens it.
  func takeIn(
    _ secret: RecoverySecret, from relay: any Relay, clock: some Clock<Duration>
  ) async throws {
    var random = environment.random
    let replica = RecoveryReplica(replica: try DeviceReplica(self), secret: secret)
    let report = try await synchronize(
      replica, with: relay, budget: Self.firstSyncTimeout, clock: clock, random: &random)
    if case .shutOut = report.outcome { throw DeviceFailure.membership(.voidPaper) }
    let fact = RelayFact(report, address: relay.address, holdsJournal: false) {
      $0.shortText
    }
    if let fact {
      throw DeviceFailure.relay(fact)
    }
    try store.write { transaction in
      // The session was the recovery member's.
      try transaction.setProperty(.relayToken, to: nil)
      let (roster, identity) = try transaction.membership()
      guard roster.member(secret.device) != nil else {
        throw DeviceFailure.membership(.otherJournal)
      }
      var keyring = try transaction.keyring()
      keyring.learn(from: roster, with: secret)
      try transaction.setProperty(.keyring, to: keyring.bytes)
      try transaction.deriveAnew(identity, areVerified: true)
    }
  }

  /// Lets this machine in, and shuts others out, in one envelope of the recovery member.
  private func enter(
    _ identity: Identity, by secret: RecoverySecret, without lost: [String]
  ) throws {
    try store.write { transaction in
      try transaction.requireUnderstanding()
      let (roster, _) = try transaction.membership()
      var keyring = try transaction.keyring()
      let revocations = try lost.map { name in
        ControlRecord.revocation(
          try transaction.revocation(of: transaction.device(named: name), in: roster))
      }
      let entry = [ControlRecord.member(identity.keys.member)] + revocations
      let after = roster.trying(entry, by: secret.device)
      let parts: [[ControlRecord]]
      if revocations.isEmpty {
        parts = [
          try AdmissionRecords.records(
            member: identity.keys.member, epochs: keyring.outermost(of: roster),
            journal: journal)
        ]
      } else {
        var random = environment.random
        parts = try EpochRecords.begin(
          for: after.members, in: roster, after: entry, holding: &keyring, using: &random
        ).parts
      }
      for part in parts { try transaction.record(part, as: secret, journal: journal) }
      try transaction.setProperty(.keyring, to: keyring.bytes)
      try transaction.setProperty(.pendingJoin, to: nil)
      try transaction.setProperty(.restored, to: nil)
      try transaction.setProperty(.untoldExclusions, to: nil)
      try transaction.takeOutWhatMustGo(identity)
    }
  }
}
