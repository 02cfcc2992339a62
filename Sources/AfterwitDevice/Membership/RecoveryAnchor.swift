internal import AfterwitEncoding
internal import AfterwitSealing
internal import AfterwitSync
internal import AfterwitWire

/// Finds the genesis of a recovery secret's journal at a relay.
///
/// Nothing is known beforehand but the secret, so nothing that the relay gives is believed but what
/// the secret itself has signed.
enum RecoveryAnchor {
  /// The genesis, which the recovery member has signed as its own.
  /// - Throws: ``DeviceFailure/membership(_:)`` if the relay has none; ``RelayFailure``.
  static func genesis(of secret: RecoverySecret, at relay: any Relay) async throws -> Envelope {
    let request = ChallengeRequest(journal: secret.journal, device: secret.device)
    let challenge = try await relay.challenge(request).value
    guard challenge.isSigned(for: request) else {
      throw RelayFailure.notARelay("its challenge is not signed with its own key")
    }
    let start = SessionStart(
      request: request, nonce: challenge.nonce,
      signature: try secret.sign(challenge.loginBytes(for: request, at: relay.address)))
    let token = try await token(for: start, at: relay)
    let page = try await relay.pull(after: .start, as: token).value.envelopes
    guard let genesis = page.first.flatMap({ try? Envelope(parsing: $0) }),
      genesis.header.journal == secret.journal,
      let roster = try? Roster(genesis: genesis), roster.isProven
    else { throw DeviceFailure.membership(.otherJournal) }
    return genesis
  }

  private static func token(for start: SessionStart, at relay: any Relay) async throws -> Token {
    do {
      return try await relay.login(LoginRequest(start: start, address: relay.address)).value
    } catch {
      switch error {
      case .refused(.unknown, _): throw DeviceFailure.membership(.noJournal)
      case .shutOut: throw DeviceFailure.membership(.voidPaper)
      default: throw error
      }
    }
  }
}
