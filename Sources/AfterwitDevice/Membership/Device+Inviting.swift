public import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
public import AfterwitSync
internal import AfterwitWire

extension Device {
  /// Lets another machine join the journal, through a mailbox at the relay.
  ///
  /// - Parameters:
  ///   - clock: measures the mailbox's lifetime, and waits between two looks into it.
  ///   - show: gets the invite's line as soon as the mailbox is open.
  ///   - waiting: gets what is waited for, each time that this is another thing.
  ///   - confirm: gets the four words; returns whether the other screen shows the same.
  /// - Returns: The new device; it is a member now, and the relay knows it.
  public func invite(
    over relay: any Relay, clock: some Clock<Duration> = ContinuousClock(),
    show: (String) async -> Void, waiting: (PairingWait) -> Void = { _ in },
    confirm: ([String]) async -> Bool
  ) async throws(DeviceFailure) -> DeviceID {
    try await DeviceFailure.naming {
      try reading { transaction in try transaction.requireDevice() }
      guard let address = try relayAddress() else { throw DeviceFailure.relay(.notSet) }
      // An earlier version may have kept one that no invite carries.
      guard address.utf8.count <= Limits.relayAddress else {
        throw DeviceFailure.relay(.address(.tooLong(limit: Limits.relayAddress)))
      }
      try await exchangeWhatFits(with: relay, clock: clock)
      let state = try DeviceReplica(self).relayState()
      guard let token = state.token else {
        throw DeviceFailure.relay(.unknownJournal(address: nil))
      }
      try store.read { transaction in try requireRoom(transaction) }
      var random = environment.random
      let invite = Invite(
        genesis: genesis, relay: address, relayKey: state.relayKey, using: &random)
      var mailbox = Mailbox(
        relay: relay, token: invite.mailboxToken, clock: clock, random: environment.random,
        closedUnread: .abandoned)
      try await open(&mailbox, as: token)
      await show(invite.text)
      do {
        let device = try await pair(
          invite, in: mailbox, clock: clock, waiting: waiting, confirm: confirm)
        try forget(mailbox.token.mailbox)
        return device
      } catch DeviceFailure.pairing(.declinedHere) {
        // The other machine has yet to read the no, and closes the mailbox then.
        throw DeviceFailure.pairing(.declinedHere)
      } catch {
        await mailbox.close()
        try? forget(mailbox.token.mailbox)
        throw error
      }
    }
  }

  private func pair(
    _ invite: Invite, in opened: Mailbox<some Clock<Duration>>, clock: some Clock<Duration>,
    waiting: (PairingWait) -> Void, confirm: ([String]) async -> Bool
  ) async throws -> DeviceID {
    var random = environment.random
    let identity = try store.read { transaction in try transaction.identity() }
    var pairing = PairingInviter(
      invite: invite, journal: identity.journal, device: identity.device, using: &random)
    var mailbox = opened
    let relay = opened.relay
    let start = try pairing.start()
    var isTold: Bool?
    do {
      try await mailbox.lead(&pairing, from: start, waiting: waiting, confirm: confirm) {
        member, pairing in
        let admission = try enrol(member)
        isTold = false
        _ = try await exchange(with: relay, timeout: .seconds(60), clock: clock)
        isTold = true
        return try pairing.admitted(by: admission)
      }
    } catch {
      // Once the relay knows the new member, it learns so there, whatever becomes of the mailbox.
      if isTold != true { throw isTold == nil ? named(error, of: pairing) : .pairing(.untold) }
    }
    guard let joiner = pairing.joiner else {
      preconditionFailure("nobody is admitted before saying hello")
    }
    return joiner.device
  }

  /// What a pairing that admitted nobody comes to for the one who invited.
  private func named(_ error: any Error, of pairing: PairingInviter) -> DeviceFailure {
    switch error {
    case PairingFailure.impostor, PairingFailure.outOfOrder: .pairing(.contested)
    case DeviceFailure.pairing(.abandoned) where pairing.joiner == nil: .pairing(.nobodyCame)
    default: DeviceFailure(cause: error)
    }
  }

  /// Exchanges, where the relay may have taken all the changes that it takes: an admission, and what
  /// leads to it, still has room there (AW-RELAY-70).
  private func exchangeWhatFits(
    with relay: any Relay, clock: some Clock<Duration>
  ) async throws {
    do {
      _ = try await exchange(with: relay, timeout: .seconds(60), clock: clock)
    } catch DeviceFailure.relay(.bytesUsedUp), DeviceFailure.relay(.changesUsedUp) {}
  }

  /// Makes a device a member of the journal; returns the envelope that says so.
  private func enrol(_ member: Member) throws -> EnvelopeID {
    try store.write { transaction in
      try requireRoom(transaction)
      let records = try AdmissionRecords.records(
        member: member, epochs: try transaction.keysForNewcomers(genesis: genesis),
        journal: journal)
      return try Author(environment: environment, transaction: transaction).record(records)
    }
  }

  /// Refuses to go on where the journal has as many members as it may have (AW-SEAL-24).
  private func requireRoom(_ transaction: Transaction) throws {
    try transaction.requireUnderstanding()
    guard let roster = try transaction.roster(genesis: genesis), !roster.hasRoom else { return }
    throw DeviceFailure.pairing(.noRoom(limit: Limits.members))
  }
}
