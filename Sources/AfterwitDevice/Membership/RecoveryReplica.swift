internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitSync
internal import AfterwitWire

/// A machine that comes in by the recovery secret, as a session sees it: it speaks for the recovery
/// member, and keeps what comes in its own store.
struct RecoveryReplica: Replica {
  let replica: DeviceReplica
  let secret: RecoverySecret

  var request: ChallengeRequest {
    ChallengeRequest(journal: secret.journal, device: secret.device)
  }

  func sign(_ bytes: [UInt8]) throws -> [UInt8] { try secret.sign(bytes) }

  /// The recovery member is in the genesis, so whoever knows the journal knows it.
  func introduction() -> [[UInt8]] { [] }

  func relayState() throws -> RelayState { try replica.relayState() }
  func remember(_ state: RelayState) throws { try replica.remember(state) }
  func genesis() throws -> [UInt8] { try replica.genesis() }
  func heads() throws -> Heads { try replica.heads() }
  func held(among ids: Set<EnvelopeID>) throws -> Set<EnvelopeID> { try replica.held(among: ids) }
  func lacking(_ relay: Heads) throws -> Lacking { try replica.lacking(relay) }

  func bytes(of ids: [EnvelopeID], within limit: Int) throws -> [[UInt8]] {
    try replica.bytes(of: ids, within: limit)
  }

  func incoming(_ envelopes: [[UInt8]]) async throws -> [IncomingEnvelope] {
    try await replica.incoming(envelopes)
  }

  func admit(
    _ page: [IncomingEnvelope], remembering state: RelayState, while hasTime: @Sendable () -> Bool
  ) async throws -> Admission {
    try await replica.admit(page, remembering: state, while: hasTime)
  }
}
