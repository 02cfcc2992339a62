internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
public import AfterwitSync

extension Device {
  /// How long the first sync of a new device may take; a hundred thousand changes take half a
  /// minute on two cores.
  static let firstSyncTimeout = Duration.seconds(300)

  /// Joins a journal with the line that another device shows, in an unused home, or in one that a
  /// backup of that journal was restored to.
  ///
  /// If this is cut off once the person has confirmed the words, the home keeps what it needs to go
  /// on: the same call does so, with the same line or none.
  /// - Parameters:
  ///   - invite: the line `awi1-…`; blank to go on with the one that was confirmed here.
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
    let free = try FreeHome(toJoinIn: home)
    try DeviceName.requireFitting(name)
    return try await DeviceFailure.naming {
      let left = free.isJoining ? try Store(inFolder: home.path).read { try PendingJoin($0) } : nil
      let isBlank = invite.allSatisfy(\.isWhitespace)
      guard let invite = isBlank ? left?.invite : Invite(text: invite) else {
        throw DeviceFailure.pairing(.notAnInvite)
      }
      guard free.restored == nil || free.restored == invite.genesis else {
        throw DeviceFailure.backup(.otherJournal)
      }
      let relay = try makeRelay(invite.relay)
      let store = try Store.create(inFolder: home.path)
      try store.upgradeIfNeeded()
      if free.restored == nil { home.sweepRestoring() } else { home.finishRestoring() }
      let newcomer = Newcomer(
        home: home, store: store, environment: environment, invite: invite, relay: relay,
        clock: clock)
      if let left, left.invite == invite {
        try await newcomer.resume(left, waiting: waiting)
      } else {
        try await newcomer.meet(
          as: newcomer.keys(after: left), waiting: waiting, confirm: confirm
        ) { identity, pending in
          try store.write { transaction in
            try identity.save(transaction, in: home, joiningBy: pending.bytes)
            try transaction.remember(RelayState(relayKey: invite.relayKey))
            try transaction.setProperty(.deviceName, to: Array(name.utf8))
            try transaction.setProperty(.relayAddress, to: Array(invite.relay.utf8))
            try transaction.setRelayHeaders(headers)
          }
        }
      }
      try store.write { transaction in
        try transaction.setProperty(.pendingJoin, to: nil)
        try transaction.setProperty(.restored, to: nil)
      }
      await newcomer.mailbox.close()
      waiting(.journal)
      let device = try newcomer.device()
      // The device is a member by now, even if the first sync fails.
      _ = try? await device.exchange(with: relay, timeout: Self.firstSyncTimeout, clock: clock)
      return device
    }
  }
}
