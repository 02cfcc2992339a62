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

  /// What a device signs to log in: its domain, the relay's key, the request, the nonce.
  public func loginBytes(for request: ChallengeRequest) -> [UInt8] {
    Domain.login.bytes + relayKey + request.bytes + nonce
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

/// Answers a challenge; a member's signature opens a session.
///
/// If the relay has lost the envelope that admits the member, the introduction brings it.
public struct LoginRequest: Hashable, Sendable {
  /// The request that the challenge answered.
  public let request: ChallengeRequest
  /// The nonce of the challenge, 32 bytes.
  public let nonce: [UInt8]
  /// The device's signature over ``Challenge/loginBytes(for:)``, 64 bytes.
  public let signature: [UInt8]
  /// The control envelopes that lead from the genesis to the device's admission, oldest first.
  public let introduction: [[UInt8]]

  /// A login of given parts, each of its fixed length; a known member needs no introduction.
  public init(
    request: ChallengeRequest, nonce: [UInt8], signature: [UInt8], introduction: [[UInt8]] = []
  ) {
    precondition(nonce.count == 32 && signature.count == 64)
    self.request = request
    self.nonce = nonce
    self.signature = signature
    self.introduction = introduction
  }

  /// Journal (16), device (32), nonce (32), signature (64), and the introduction as a page.
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(contentsOf: request.bytes + nonce + signature)
    Page.encode(introduction, into: &builder)
    return builder.bytes
  }

  /// Reads exactly what ``bytes`` wrote.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    let request = try ChallengeRequest(decoding: Array(try cursor.readBytes(48)))
    self.init(
      request: request, nonce: Array(try cursor.readBytes(32)),
      signature: Array(try cursor.readBytes(64)), introduction: try Page.decode(&cursor))
  }
}

/// The secret that stands for a session or a mailbox: 32 random bytes, sent as a bearer token.
public struct Token: Hashable, Sendable {
  /// The length of the token, in bytes.
  public static let byteCount = 32
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Takes exactly 32 bytes; any other count gives `nil`.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  /// The token in hexadecimal, as the `Authorization: Bearer` header carries it.
  public var text: String { Hexadecimal.encode(bytes) }

  /// Reads what ``text`` wrote.
  public init?(text: some StringProtocol) {
    guard let bytes = Hexadecimal.decode(text) else { return nil }
    self.init(bytes)
  }
}

/// Brings a journal to a relay: an operator's code, who brings it, and the genesis envelope.
///
/// The code stands for the operator's consent, so the answer is a session's token even if the relay
/// does not know the device yet: the device then appends its own admission with the rest.
public struct FoundRequest: Hashable, Sendable {
  /// The operator's code, as printed.
  public let code: String
  /// Who brings the journal.
  public let device: DeviceID
  /// The bytes of the genesis envelope.
  public let genesis: [UInt8]

  /// A request of given parts.
  public init(code: String, device: DeviceID, genesis: [UInt8]) {
    self.code = code
    self.device = device
    self.genesis = genesis
  }

  /// Code (string), device (32), genesis envelope (the rest).
  public var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(string: code)
    builder.append(device)
    builder.append(contentsOf: genesis)
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    self.init(
      code: try cursor.readString(limit: Limits.code), device: try cursor.readIdentifier(),
      genesis: Array(cursor.readRest()))
  }
}
