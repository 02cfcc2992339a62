public import AfterwitEncoding

/// Asks a relay for a challenge, which begins a session.
public struct ChallengeRequest: Hashable, Sendable {
  /// The journal that the session is about.
  public let journal: JournalID
  /// The device that asks.
  public let device: DeviceID

  /// A request of given parts.
  public init(journal: JournalID, device: DeviceID) {
    self.journal = journal
    self.device = device
  }

  /// Journal (16) and device (32).
  public var bytes: [UInt8] { journal.bytes + device.bytes }

  /// Reads exactly what ``bytes`` wrote.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    self.init(journal: try cursor.readIdentifier(), device: try cursor.readIdentifier())
    try cursor.requireEnd()
  }
}

/// A relay's challenge, bound to the relay's own key.
public struct Challenge: Hashable, Sendable {
  /// 32 random bytes, good for one login.
  public let nonce: [UInt8]
  /// The relay's Ed25519 key, 32 bytes.
  public let relayKey: [UInt8]
  /// The relay's signature over ``signedBytes(for:)``, 64 bytes.
  public let signature: [UInt8]

  /// A challenge of given parts, each of its fixed length.
  public init(nonce: [UInt8], relayKey: [UInt8], signature: [UInt8]) {
    precondition(nonce.count == 32 && relayKey.count == 32 && signature.count == 64)
    self.nonce = nonce
    self.relayKey = relayKey
    self.signature = signature
  }

  /// What the relay signs: its domain, the request, the nonce.
  public static func signedBytes(for request: ChallengeRequest, nonce: [UInt8]) -> [UInt8] {
    Domain.challenge.bytes + request.bytes + nonce
  }

  /// What a device signs to log in: its domain, the relay's key, the request, the nonce, and the
  /// address that it dialled.
  public func loginBytes(for request: ChallengeRequest, at address: String) -> [UInt8] {
    SessionStart.signedBytes(.login, relayKey, request, nonce, [address])
  }

  /// What a device signs to bring a journal: as for a login, and the operator's code.
  public func foundingBytes(
    for request: ChallengeRequest, at address: String, code: String
  ) -> [UInt8] {
    SessionStart.signedBytes(.founding, relayKey, request, nonce, [address, code])
  }

  /// Whether the holder of ``relayKey`` made this challenge for the request.
  public func isSigned(for request: ChallengeRequest) -> Bool {
    guard let key = SigningKey(relayKey) else { return false }
    return key.isValid(signature, for: Self.signedBytes(for: request, nonce: nonce))
  }

  /// Nonce (32), relay's key (32), signature (64).
  public var bytes: [UInt8] { nonce + relayKey + signature }

  /// Reads exactly what ``bytes`` wrote.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    self.init(
      nonce: Array(try cursor.readBytes(32)), relayKey: Array(try cursor.readBytes(32)),
      signature: Array(try cursor.readBytes(64)))
    try cursor.requireEnd()
  }
}
