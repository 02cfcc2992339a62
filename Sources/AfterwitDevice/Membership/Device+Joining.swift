internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
public import AfterwitSync

extension Device {
  /// How long the first sync of a new device may take; a hundred thousand changes take half a
  /// minute on two cores.
  private static let firstSyncTimeout = Duration.seconds(300)

  /// Joins a journal with the line that another device shows, in an unused home.
  ///
  /// - Parameters:
  ///   - invite: the line `awi1-…`.
  ///   - headers: what a proxy before the relay wants in each request.
  ///   - clock: measures the mailbox's lifetime, and waits between two looks into it.
  ///   - makeRelay: connects to the relay at the address that the invite names.
  ///   - waiting: gets what is waited for, each time that this is another thing.
  ///   - confirm: gets the four words; returns whether the other screen shows the same.
  /// - Returns: The device, with what its first sync could bring.
  public static func join(
    _ home: Home, name: String, invite: String, headers: [RelayHeader] = [],
    environment: Environment, clock: some Clock<Duration> = ContinuousClock(),
    makeRelay: (String) throws(RelayAddress.Failure) -> any Relay,
    waiting: (PairingWait) -> Void = { _ in }, confirm: ([String]) async -> Bool
  ) async throws(DeviceFailure) -> Device {
    _ = try FreeHome(home)
    try DeviceName.requireFitting(name)
    guard let invite = Invite(text: invite) else { throw .pairing(.notAnInvite) }
    return try await DeviceFailure.naming {
      let relay = try makeRelay(invite.relay)
      let store = try Store.create(inFolder: home.path)
      try store.upgradeIfNeeded()
      var random = environment.random
      let keys = DeviceKeys(using: &random)
      let journal = try await introduce(
        keys, with: invite, over: relay, clock: clock, random: random, waiting: waiting,
        confirm: confirm)
      let identity = Identity(journal: journal, genesis: invite.genesis, keys: keys)
      try store.write { transaction in
        try identity.save(transaction, in: home)
        try transaction.setProperty(.deviceName, to: Array(name.utf8))
        try transaction.setProperty(.relayAddress, to: Array(invite.relay.utf8))
        try transaction.setRelayHeaders(headers)
      }
      await Mailbox(relay: relay, token: invite.mailboxToken, clock: clock).close()
      let device = Device(home: home, store: store, identity: identity, environment: environment)
      waiting(.journal)
      // The device is a member by now, even if the first sync fails.
      _ = try? await device.exchange(with: relay, timeout: Self.firstSyncTimeout, clock: clock)
      return device
    }
  }

  private static func introduce(
    _ keys: DeviceKeys, with invite: Invite, over relay: any Relay, clock: some Clock<Duration>,
    random: EnvironmentRandom, waiting: (PairingWait) -> Void, confirm: ([String]) async -> Bool
  ) async throws -> JournalID {
    var random = random
    var pairing = PairingJoiner(invite: invite, keys: keys, using: &random)
    var mailbox = Mailbox(relay: relay, token: invite.mailboxToken, clock: clock)
    do {
      try await mailbox.lead(&pairing, waiting: waiting, confirm: confirm) { _, _ in
        preconditionFailure("a joiner admits nobody")
      }
    } catch DeviceFailure.pairing(.declinedThere) {
      await mailbox.close()
      throw DeviceFailure.pairing(.declinedThere)
    } catch {
      // A no is still to be read there, and closes the mailbox then. Whoever may have been admitted
      // is still to be told so.
      if error as? DeviceFailure != .pairing(.declinedHere), !pairing.mayBeAdmitted {
        await mailbox.close()
      }
      throw error
    }
    guard let journal = pairing.journal else {
      preconditionFailure("the journal is known from the first message on")
    }
    return journal
  }
}
