internal import AfterwitEncoding
internal import AfterwitSync
internal import AfterwitWire

/// A replica that is the device's own but for what it says itself.
protocol ForwardingReplica: Replica {
  /// The device's own.
  var replica: DeviceReplica { get }
}

extension ForwardingReplica {
  var request: ChallengeRequest { replica.request }
  func sign(_ bytes: [UInt8]) async throws -> [UInt8] { try replica.sign(bytes) }
  func relayState() async throws -> RelayState { try replica.relayState() }
  func remember(_ state: RelayState) async throws { try replica.remember(state) }
  func genesis() async throws -> [UInt8] { try replica.genesis() }
  func introduction() async throws -> [[UInt8]] { try replica.introduction() }
  func heads() async throws -> Heads { try replica.heads() }
  func lacking(_ relay: Heads) async throws -> Lacking { try replica.lacking(relay) }

  func held(among ids: Set<EnvelopeID>) async throws -> Set<EnvelopeID> {
    try replica.held(among: ids)
  }

  func bytes(of ids: [EnvelopeID], within limit: Int) async throws -> [[UInt8]] {
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
