public import AfterwitEncoding

/// How each request begins that opens a session: who answers which challenge.
///
/// Its length is fixed, so that a relay can look at it before it takes anything else of a request.
public struct SessionStart: Hashable, Sendable {
  /// The length, in bytes.
  public static let byteCount = 144
  /// The request that the challenge answered.
  public let request: ChallengeRequest
  /// The nonce of the challenge, 32 bytes.
  public let nonce: [UInt8]
  /// The device's signature over what its call says, 64 bytes.
  public let signature: [UInt8]

  /// A start of given parts, each of its fixed length.
  public init(request: ChallengeRequest, nonce: [UInt8], signature: [UInt8]) {
    precondition(nonce.count == 32 && signature.count == 64)
    self.request = request
    self.nonce = nonce
    self.signature = signature
  }

  /// Journal (16), device (32), nonce (32), signature (64).
  public var bytes: [UInt8] { request.bytes + nonce + signature }

  /// Reads what ``bytes`` wrote.
  public init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    self.init(
      request: try ChallengeRequest(decoding: Array(try cursor.readBytes(48))),
      nonce: Array(try cursor.readBytes(32)), signature: Array(try cursor.readBytes(64)))
  }

  /// What is signed for one purpose, each string with its length before it.
  static func signedBytes(
    _ purpose: Domain, _ relayKey: [UInt8], _ request: ChallengeRequest, _ nonce: [UInt8],
    _ strings: [String]
  ) -> [UInt8] {
    var builder = ByteBuilder()
    builder.append(contentsOf: purpose.bytes + relayKey + request.bytes + nonce)
    for string in strings { builder.append(string: string) }
    return builder.bytes
  }
}
