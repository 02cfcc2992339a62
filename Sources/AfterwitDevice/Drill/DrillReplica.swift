internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire
internal import Synchronization

/// The device as a session with a relay sees it that is thrown away: what is learnt of that relay stays
/// out of the store.
final class DrillReplica: ForwardingReplica {
  let replica: DeviceReplica
  private let state: Mutex<RelayState>

  init(replica: DeviceReplica, code: String) {
    self.replica = replica
    state = Mutex(RelayState(code: code))
  }

  func relayState() -> RelayState { state.withLock { $0 } }
  func remember(_ new: RelayState) { state.withLock { $0 = new } }

  func lacking(_ relay: Heads) throws -> Lacking {
    try replica.store.read { transaction in
      let pending = try transaction.envelopesLacking(in: relay).map(\.id)
      let damaged = try transaction.damaged(among: pending, genesis: replica.identity.genesis)
      return Lacking(
        pending: pending, lost: [:], damaged: damaged.alone, unsendable: damaged.withSuccessors,
        waiting: 0)
    }
  }

  /// Nothing comes from it but what was just brought.
  func admit(
    _ page: [IncomingEnvelope], remembering new: RelayState, while hasTime: @Sendable () -> Bool
  ) async throws -> Admission {
    state.withLock { $0 = new }
    var admission = Admission()
    admission.alreadyHeld = page.count
    return admission
  }
}
