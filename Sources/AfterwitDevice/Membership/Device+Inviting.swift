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
      guard let address = try relayAddress() else { throw DeviceFailure.relay(.notSet) }
      _ = try await exchange(with: relay, timeout: .seconds(60), clock: clock)
      guard let token = try DeviceReplica(self).relayState().token else {
        throw DeviceFailure.relay(.unknownJournal(address: nil))
      }
      try store.read { transaction in try requireRoom(transaction) }
      var random = environment.random
      let invite = Invite(genesis: genesis, relay: address, using: &random)
      _ = try await relay.openMailbox(invite.mailboxToken.mailbox, as: token)
      await show(invite.text)
      do {
        return try await pair(
          invite, over: relay, clock: clock, waiting: waiting, confirm: confirm)
      } catch DeviceFailure.pairing(.declinedHere) {
        // The other machine has yet to read the no, and closes the mailbox then.
        throw DeviceFailure.pairing(.declinedHere)
      } catch {
        await Mailbox(relay: relay, token: invite.mailboxToken, clock: clock).close()
        throw error
      }
    }
  }

  private func pair(
    _ invite: Invite, over relay: any Relay, clock: some Clock<Duration>,
    waiting: (PairingWait) -> Void, confirm: ([String]) async -> Bool
  ) async throws -> DeviceID {
    var random = environment.random
    let identity = try store.read { transaction in try transaction.identity() }
    var pairing = PairingInviter(
      invite: invite, journal: identity.journal, device: identity.device, using: &random)
    var mailbox = Mailbox(relay: relay, token: invite.mailboxToken, clock: clock)
    let start = try pairing.start()
    do {
      try await mailbox.lead(&pairing, from: start, waiting: waiting, confirm: confirm) {
        member, pairing in
        let admission = try enrol(member)
        _ = try await exchange(with: relay, timeout: .seconds(60), clock: clock)
        return try pairing.admitted(by: admission)
      }
    } catch DeviceFailure.pairing(.abandoned) where pairing.joiner == nil {
      throw DeviceFailure.pairing(.nobodyCame)
    }
    guard let joiner = pairing.joiner else {
      preconditionFailure("nobody is admitted before saying hello")
    }
    return joiner.device
  }

  /// Makes a device a member of the journal; returns the envelope that says so.
  private func enrol(_ member: Member) throws -> EnvelopeID {
    try store.write { transaction in
      try requireRoom(transaction)
      let records = try AdmissionRecords.records(
        member: member, epochs: try transaction.keyring().keys, journal: journal)
      return try Author(environment: environment, transaction: transaction).record(records)
    }
  }

  /// Refuses to go on where the journal has as many members as it may have (AW-SEAL-24).
  private func requireRoom(_ transaction: Transaction) throws {
    guard let roster = try transaction.roster(genesis: genesis), !roster.hasRoom else { return }
    throw DeviceFailure.pairing(.noRoom(limit: Limits.members))
  }
}
