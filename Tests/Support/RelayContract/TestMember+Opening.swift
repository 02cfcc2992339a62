public import AfterwitSync
public import AfterwitWire
internal import Crypto

extension TestMember {
  /// Answers a challenge of the relay at an address, with what shows that it is a member.
  public func login(
    _ challenge: Challenge, at address: String, introduction: [[UInt8]] = []
  ) throws -> LoginRequest {
    let message = challenge.loginBytes(for: request, at: address)
    return LoginRequest(
      start: try start(challenge, signing: message), address: address, introduction: introduction)
  }

  /// Answers a challenge of the relay at an address by bringing the journal there.
  public func founding(
    _ challenge: Challenge, at address: String, code: String, genesis: [UInt8],
    introduction: [[UInt8]] = []
  ) throws -> FoundRequest {
    let message = challenge.foundingBytes(for: request, at: address, code: code)
    return FoundRequest(
      start: try start(challenge, signing: message), address: address, code: code,
      genesis: genesis, introduction: introduction)
  }

  /// Opens a session at a relay that knows it.
  public func login(to relay: any Relay) async throws -> Token {
    let challenge = try await relay.challenge(request).value
    return try await relay.login(try login(challenge, at: relay.address)).value
  }

  /// Brings its journal to a relay.
  public func found(
    at relay: any Relay, code: String, genesis: [UInt8]
  ) async throws -> Token {
    let challenge = try await relay.challenge(request).value
    return try await relay.found(
      try founding(challenge, at: relay.address, code: code, genesis: genesis)
    ).value
  }

  private func start(_ challenge: Challenge, signing message: [UInt8]) throws -> SessionStart {
    SessionStart(
      request: request, nonce: challenge.nonce, signature: Array(try key.signature(for: message)))
  }
}
