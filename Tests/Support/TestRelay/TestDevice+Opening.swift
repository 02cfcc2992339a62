internal import AfterwitEncoding
package import AfterwitRelay
package import AfterwitWire
internal import Crypto

extension TestDevice {
  /// Where devices of tests say that they dialled.
  package static let address = "https://relay.test"

  /// What it asks a challenge with.
  package var request: ChallengeRequest { ChallengeRequest(journal: journal, device: id) }

  /// The answer to a challenge.
  package func login(
    _ challenge: Challenge, for request: ChallengeRequest, at address: String = Self.address,
    introduction: [[UInt8]] = []
  ) throws -> LoginRequest {
    let message = challenge.loginBytes(for: request, at: address)
    return LoginRequest(
      start: try start(challenge, for: request, signing: message), address: address,
      introduction: introduction)
  }

  /// How it brings a journal under a challenge, made for itself or for one that it says it is.
  package func founding(
    _ challenge: Challenge, for other: ChallengeRequest? = nil, code: String, genesis: [UInt8],
    at address: String = Self.address, introduction: [[UInt8]] = []
  ) throws -> FoundRequest {
    let request = other ?? request
    let message = challenge.foundingBytes(for: request, at: address, code: code)
    return FoundRequest(
      start: try start(challenge, for: request, signing: message), address: address, code: code,
      genesis: genesis, introduction: introduction)
  }

  /// How it brings a journal under a new challenge of a service.
  package func founding(
    at service: RelayService, code: String, genesis: [UInt8], introduction: [[UInt8]] = []
  ) throws -> FoundRequest {
    try founding(
      service.challenge(request), code: code, genesis: genesis, introduction: introduction)
  }

  private func start(
    _ challenge: Challenge, for request: ChallengeRequest, signing message: [UInt8]
  ) throws -> SessionStart {
    SessionStart(
      request: request, nonce: challenge.nonce, signature: Array(try key.signature(for: message)))
  }
}
