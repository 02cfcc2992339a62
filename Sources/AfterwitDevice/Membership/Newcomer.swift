internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire

// Problem: who admits a machine and who is admitted learn of it at different times, and either may
// be cut off between. A member whose machine has thrown its keys away is one for ever: everything is
// wrapped to it, it takes a place, and it never writes.
//
// Idea: the machine keeps its keys and the meeting before it confirms. Begun anew, it asks the
// journal first: a relay lets a member in and nobody else. If it is no member, it looks what came in
// the mailbox since, and leaves its confirmation if that never got there. With a further invite of
// the same journal it comes with the same keys.
//
// Invariant: a machine that may have been admitted has the keys until it knows that it was.
//
// Protocol/5-sealing, "Pairing": AW-SEAL-32.

/// A machine that joins with an invite: its home, and the relay where it meets who invites it.
struct Newcomer<Time: Clock> where Time.Duration == Duration {
  let home: Home
  let store: Store
  let environment: Environment
  let invite: Invite
  let relay: any Relay
  let clock: Time

  var mailbox: Mailbox<Time> {
    Mailbox(
      relay: relay, token: invite.mailboxToken, clock: clock, random: environment.random)
  }

  /// The device of this home; its keys are kept already.
  func device() throws -> Device {
    Device(
      home: home, store: store, identity: try store.read { try $0.identity() },
      environment: environment)
  }

  /// The keys to come with: those with which this machine may have been admitted to the journal.
  func keys(after left: PendingJoin?) throws -> DeviceKeys {
    if let left, left.invite.genesis == invite.genesis {
      return try store.read { try $0.identity() }.keys
    }
    var random = environment.random
    return DeviceKeys(using: &random)
  }

  /// Meets who invites, and comes to an end that is known, or to a failure that leaves it pending.
  func meet(
    as keys: DeviceKeys, waiting: (PairingWait) -> Void, confirm: ([String]) async -> Bool,
    keep: (Identity, PendingJoin) throws -> Void
  ) async throws {
    var random = environment.random
    var pairing = PairingJoiner(invite: invite, keys: keys, using: &random)
    var mailbox = mailbox
    do {
      try await mailbox.lead(
        &pairing, waiting: waiting, confirm: confirm,
        keep: { effects, pairing in
          guard let journal = pairing.journal else {
            preconditionFailure("the journal is known from the first message on")
          }
          for case .leave(let message) in effects {
            try keep(
              Identity(journal: journal, genesis: invite.genesis, keys: keys),
              PendingJoin(invite: invite, confirmation: message))
          }
        },
        admit: { _, _ in preconditionFailure("a joiner admits nobody") })
    } catch {
      if pairing.mayBeAdmitted { return try await settle(after: error, in: mailbox) }
      // A no of this side is still to be read there, and closes the mailbox then.
      if error as? DeviceFailure != .pairing(.declinedHere) { await mailbox.close() }
      throw error
    }
  }

  /// Goes on with a meeting whose confirmation this machine has given.
  func resume(_ pending: PendingJoin, waiting: (PairingWait) -> Void) async throws {
    if try await isAdmitted() { return }
    var mailbox = mailbox
    do {
      if try await !mailbox.messages().contains(pending.confirmation) {
        try await mailbox.leave(pending.confirmation)
      }
      var hasTold = false
      while true {
        let message = try await mailbox.next {
          if !hasTold { waiting(.confirmation) }
          hasTold = true
        }
        switch PairingAnswer(message, of: invite) {
        case .welcome: return
        case .declined: throw DeviceFailure.pairing(.declinedThere)
        case nil: continue
        }
      }
    } catch {
      try await settle(after: error, in: mailbox)
    }
  }

  /// Looks whether this machine was admitted although its meeting failed; throws if it was not.
  private func settle(after error: any Error, in mailbox: Mailbox<Time>) async throws {
    switch error as? DeviceFailure {
    case .pairing(.declinedThere):
      await mailbox.close()
      throw error
    case .pairing(.abandoned), .pairing(.staleInvite):
      guard try await isAdmitted() else { throw DeviceFailure.pairing(.unanswered) }
    default: throw error
    }
  }

  /// Whether the relay knows this machine as a member; brings what it then gives.
  private func isAdmitted() async throws -> Bool {
    do {
      _ = try await device().exchange(with: relay, timeout: Device.firstSyncTimeout, clock: clock)
      return true
    } catch DeviceFailure.relay(.unknownNewcomer), DeviceFailure.relay(.unknownJournal) {
      return false
    }
  }
}
