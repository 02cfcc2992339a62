internal import AfterwitEncoding
internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire
internal import Synchronization

/// The device as a session with a relay sees it that is thrown away: what is learnt of that relay stays
/// out of the store.
final class DrillReplica: Replica {
  private let replica: DeviceReplica
  private let state: Mutex<RelayState>

  init(replica: DeviceReplica, code: String) {
    self.replica = replica
    state = Mutex(RelayState(code: code))
  }

  var request: ChallengeRequest { replica.request }
  func sign(_ bytes: [UInt8]) throws -> [UInt8] { try replica.sign(bytes) }
  func relayState() -> RelayState { state.withLock { $0 } }
  func remember(_ new: RelayState) { state.withLock { $0 = new } }
  func genesis() throws -> [UInt8] { try replica.genesis() }
  func introduction() throws -> [[UInt8]] { try replica.introduction() }
  func heads() throws -> Heads { try replica.heads() }
  func held(among ids: Set<EnvelopeID>) throws -> Set<EnvelopeID> { try replica.held(among: ids) }

  func lacking(_ relay: Heads) throws -> Lacking {
    try replica.store.read { transaction in
      let pending = try transaction.envelopesLacking(in: relay).map(\.id)
      let damaged = try transaction.damaged(among: pending, genesis: replica.identity.genesis)
      return Lacking(
        pending: pending, lost: [:], damaged: damaged.alone, unsendable: damaged.withSuccessors,
        waiting: 0)
    }
  }

  func bytes(of ids: [EnvelopeID], within limit: Int) throws -> [[UInt8]] {
    try replica.bytes(of: ids, within: limit)
  }

  func incoming(_ envelopes: [[UInt8]]) async throws -> [IncomingEnvelope] {
    try await replica.incoming(envelopes)
  }

  /// Nothing comes from it but what was just brought.
  func admit(
    _ page: [IncomingEnvelope], remembering new: RelayState, while hasTime: @Sendable () -> Bool
  ) async throws -> Admission {
    remember(new)
    var admission = Admission()
    admission.alreadyHeld = page.count
    return admission
  }
}
