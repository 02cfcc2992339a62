internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitSync
internal import AfterwitWire

/// A machine that comes in by the recovery secret, as a session sees it: it speaks for the recovery
/// member, and keeps what comes in its own store.
struct RecoveryReplica: ForwardingReplica {
  let replica: DeviceReplica
  let secret: RecoverySecret

  var request: ChallengeRequest {
    ChallengeRequest(journal: secret.journal, device: secret.device)
  }

  func sign(_ bytes: [UInt8]) throws -> [UInt8] { try secret.sign(bytes) }

  /// The recovery member is in the genesis, so whoever knows the journal knows it.
  func introduction() -> [[UInt8]] { [] }
}
