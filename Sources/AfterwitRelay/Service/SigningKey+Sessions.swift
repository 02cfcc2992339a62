internal import AfterwitWire

extension SigningKey {
  /// Whether this key signed a login to the relay of a key.
  func signed(_ login: LoginRequest, to relayKey: [UInt8]) -> Bool {
    let challenge = Self.challenge(of: login.start, relayKey)
    return isValid(
      login.start.signature,
      for: challenge.loginBytes(for: login.start.request, at: login.address))
  }

  /// Whether this key signed that it brings its journal to the relay of a key.
  func signed(_ request: FoundRequest, to relayKey: [UInt8]) -> Bool {
    let challenge = Self.challenge(of: request.start, relayKey)
    return isValid(
      request.start.signature,
      for: challenge.foundingBytes(
        for: request.start.request, at: request.address, code: request.code))
  }

  /// The challenge as far as a device signs it, which is without the relay's own signature.
  private static func challenge(of start: SessionStart, _ relayKey: [UInt8]) -> Challenge {
    Challenge(
      nonce: start.nonce, relayKey: relayKey, signature: [UInt8](repeating: 0, count: 64))
  }
}
