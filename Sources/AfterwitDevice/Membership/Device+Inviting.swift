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
  ///   - confirm: gets the four words; returns whether the other screen shows the same.
  /// - Returns: The new device; it is a member now, and the relay knows it.
  public func invite(
    over relay: any Relay, clock: some Clock<Duration> = ContinuousClock(),
    show: (String) async -> Void, confirm: ([String]) async -> Bool
  ) async throws(DeviceFailure) -> DeviceID {
    try await DeviceFailure.naming {
      guard let address = try relayAddress() else { throw DeviceFailure.relay(.notSet) }
      _ = try await exchange(with: relay, timeout: .seconds(60), clock: clock)
      guard let token = try DeviceReplica(self).relayState().token else {
        throw DeviceFailure.relay(.unknownJournal(address: nil))
      }
      var random = environment.random
      let invite = Invite(genesis: genesis, relay: address, using: &random)
      _ = try await relay.openMailbox(invite.mailboxToken.mailbox, as: token)
      await show(invite.text)
      do {
        return try await pair(invite, over: relay, clock: clock, confirm: confirm)
      } catch {
        // The failure that ended the pairing matters, not this one: the mailbox also closes by
        // itself.
        _ = try? await relay.closeMailbox(invite.mailboxToken.mailbox, as: token)
        throw error
      }
    }
  }

  private func pair(
    _ invite: Invite, over relay: any Relay, clock: some Clock<Duration>,
    confirm: ([String]) async -> Bool
  ) async throws -> DeviceID {
    var random = environment.random
    let identity = try store.read { transaction in try transaction.identity() }
    var pairing = PairingInviter(
      invite: invite, journal: identity.journal, device: identity.device, using: &random)
    var mailbox = Mailbox(relay: relay, token: invite.mailboxToken, clock: clock)
    let start = try pairing.start()
    try await mailbox.lead(&pairing, from: start, confirm: confirm) { member, pairing in
      let admission = try enrol(member)
      _ = try await exchange(with: relay, timeout: .seconds(60), clock: clock)
      return try pairing.admitted(by: admission)
    }
    guard let joiner = pairing.joiner else {
      preconditionFailure("nobody is admitted before saying hello")
    }
    return joiner.device
  }

  /// Makes a device a member of the journal; returns the envelope that says so.
  private func enrol(_ member: Member) throws -> EnvelopeID {
    try store.write { transaction in
      let records = try AdmissionRecords.records(
        member: member, epochs: try transaction.keyring().keys, journal: journal)
      return try Author(environment: environment, transaction: transaction).record(records)
    }
  }
}
