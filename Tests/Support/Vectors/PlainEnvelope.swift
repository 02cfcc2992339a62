internal import Crypto

/// An envelope field by field, each of which a vector may set wrongly.
public struct PlainEnvelope: Sendable {
  /// `AWE1`, unless a vector is about it.
  public var magic: [UInt8] = Array("AWE1".utf8)
  /// The suite.
  public var suite: UInt8 = 1
  /// 1 for a change, 3 for a control envelope.
  public var kind: UInt8 = 1
  /// Two bytes of flags.
  public var flags: [UInt8] = [0, 0]
  /// The journal id.
  public var journal = [UInt8](repeating: 0x33, count: 16)
  /// The number in the log.
  public var number: UInt64 = 1
  /// The id of the envelope before.
  public var previous = [UInt8](repeating: 0, count: 32)
  /// The epoch.
  public var epoch: UInt64 = 1
  /// The salt.
  public var salt = [UInt8](repeating: 0x44, count: 32)
  /// The commitment.
  public var commitment = [UInt8](repeating: 0, count: 32)
  /// The payload.
  public var payload: [UInt8] = []
  /// A payload length that is not the payload's own.
  public var claimedLength: UInt64?
  /// A payload hash that is not the payload's own.
  public var claimedHash: [UInt8]?
  /// A device id that is not the signer's own.
  public var claimedDevice: [UInt8]?
  /// The Ed25519 seed of the signer.
  public let seed: [UInt8]

  /// An envelope of the signer with this seed.
  public init(seed: [UInt8]) {
    self.seed = seed
  }

  /// The signer's public key.
  public func signingKey() throws -> [UInt8] {
    try Array(Curve25519.Signing.PrivateKey(rawRepresentation: seed).publicKey.rawRepresentation)
  }

  /// The signer's id.
  public func device() throws -> [UInt8] {
    try claimedDevice ?? PlainEncoder.sha256(PlainEncoder.domain("device") + signingKey())
  }

  /// Bytes 0..<100.
  public func derivationPrefix() throws -> [UInt8] {
    let place = PlainEncoder.integer(number, width: 64) + previous
    return try magic + [suite, kind] + flags + journal + device() + place
      + PlainEncoder.integer(epoch, width: 32)
  }

  /// Bytes 0..<200.
  public func header() throws -> [UInt8] {
    try derivationPrefix() + salt + commitment
      + PlainEncoder.integer(claimedLength ?? UInt64(payload.count), width: 32)
      + (claimedHash ?? PlainEncoder.sha256(payload))
  }

  /// The whole envelope, signed.
  public func bytes() throws -> [UInt8] {
    let key = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    let signature = try key.signature(for: PlainEncoder.domain("sig") + header())
    return try header() + Array(signature) + payload
  }

  /// The envelope's id.
  public func id() throws -> [UInt8] {
    try PlainEncoder.sha256(PlainEncoder.domain("entry") + header())
  }

  /// Pads and seals a body under an epoch key.
  public mutating func seal(body: [UInt8], epochKey: [UInt8]) throws {
    try seal(padded: Self.pad(body), epochKey: epochKey)
  }

  /// Seals bytes that were padded already, rightly or wrongly.
  public mutating func seal(padded: [UInt8], epochKey: [UInt8]) throws {
    let derived = PlainEncoder.hkdf(
      secret: epochKey, salt: salt,
      info: try PlainEncoder.domain("record") + derivationPrefix(), count: 64)
    commitment = Array(derived[32...])
    payload = try PlainEncoder.chacha(
      padded, key: Array(derived[..<32]), nonce: [UInt8](repeating: 0, count: 12),
      context: try derivationPrefix() + salt + commitment)
  }

  /// The blind of the vectors.
  public static let blind = [UInt8](repeating: 0x6b, count: 16)

  /// Length with the highest bit, blind, body, zeros.
  public static func pad(_ body: [UInt8], blind: [UInt8] = blind) -> [UInt8] {
    let content =
      PlainEncoder.integer(UInt64(body.count) + 0x8000_0000, width: 32) + blind + body
    return content + [UInt8](repeating: 0, count: paddedCount(content.count) - content.count)
  }

  /// As an earlier version padded: length, body, zeros.
  public static func padBlindless(_ body: [UInt8]) -> [UInt8] {
    let content = PlainEncoder.integer(UInt64(body.count), width: 32) + body
    return content + [UInt8](repeating: 0, count: paddedCount(content.count) - content.count)
  }

  /// The size for `count` bytes, the length included.
  public static func paddedCount(_ count: Int) -> Int {
    for size in [256, 512, 1024, 2048, 4096] where count <= size { return size }
    let exponent = String(count, radix: 2).count - 1
    let kept = String(exponent, radix: 2).count
    var unit = 1
    for _ in 0..<(exponent - kept) { unit *= 2 }
    return (count + unit - 1) / unit * unit
  }
}
