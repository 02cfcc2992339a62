internal import Crypto
internal import Foundation

/// A member's two seeds, and what the specification makes of them.
public struct PlainMember: Sendable {
  /// 1 for a device, 255 for the recovery member.
  public let rank: UInt8
  /// The Ed25519 seed.
  public let signingSeed: [UInt8]
  /// The X-Wing seed.
  public let agreementSeed: [UInt8]

  /// A member of given seeds.
  public init(rank: UInt8, signingSeed: [UInt8], agreementSeed: [UInt8]) {
    self.rank = rank
    self.signingSeed = signingSeed
    self.agreementSeed = agreementSeed
  }

  /// The recovery member of a secret.
  public init(recoverySecret secret: [UInt8]) {
    func derive(_ name: String) -> [UInt8] {
      PlainEncoder.hkdf(secret: secret, salt: [], info: PlainEncoder.domain(name), count: 32)
    }
    self.init(
      rank: 255, signingSeed: derive("recovery-signing"),
      agreementSeed: derive("recovery-agreement"))
  }

  /// Rank, signing key, agreement key.
  public func bytes() throws -> [UInt8] {
    try [rank] + PlainEnvelope(seed: signingSeed).signingKey()
      + PlainXWing(seed: agreementSeed).publicKey
  }

  /// The member's id.
  public func device() throws -> [UInt8] {
    try PlainEnvelope(seed: signingSeed).device()
  }

  /// An Ed25519 signature.
  public func sign(_ message: [UInt8]) throws -> [UInt8] {
    try Array(
      Curve25519.Signing.PrivateKey(rawRepresentation: signingSeed).signature(for: message))
  }
}

/// HPKE in base mode, by hand from RFC 9180 over the library's X-Wing.
public struct PlainWrap: Sendable {
  /// The encapsulated key.
  public let encapsulatedKey: [UInt8]
  /// The wrapped key.
  public let ciphertext: [UInt8]

  /// Material from an earlier run: encapsulation cannot be seeded, so vectors are kept.
  public init(encapsulatedKey: [UInt8], ciphertext: [UInt8]) {
    self.encapsulatedKey = encapsulatedKey
    self.ciphertext = ciphertext
  }

  /// Wraps 32 bytes for a member.
  public init(key: [UInt8], member: PlainMember, info: [UInt8]) throws {
    let agreement = try XWingMLKEM768X25519.PrivateKey(
      seedRepresentation: member.agreementSeed, publicKey: nil)
    let result = try agreement.publicKey.encapsulate()
    let (sealKey, nonce) = Self.schedule(
      shared: result.sharedSecret.withUnsafeBytes { Array($0) }, info: info)
    encapsulatedKey = Array(result.encapsulated)
    ciphertext = try PlainEncoder.chacha(key, key: sealKey, nonce: nonce, context: [])
  }

  /// Whether this wraps `key` for the member: sealing is deterministic once the secret is known.
  public func wraps(_ key: [UInt8], member: PlainMember, info: [UInt8]) throws -> Bool {
    let (sealKey, nonce) = try schedule(for: member, info: info)
    return try ciphertext == PlainEncoder.chacha(key, key: sealKey, nonce: nonce, context: [])
  }

  /// Opens the wrap for the member.
  public func opened(by member: PlainMember, info: [UInt8]) throws -> [UInt8] {
    let (key, nonce) = try schedule(for: member, info: info)
    return try PlainEncoder.opened(ciphertext, key: key, nonce: nonce, context: [])
  }

  private func schedule(
    for member: PlainMember, info: [UInt8]
  ) throws -> (key: [UInt8], nonce: [UInt8]) {
    let shared = try PlainXWing(seed: member.agreementSeed).open(encapsulatedKey).shared
    return Self.schedule(shared: shared, info: info)
  }

  /// The `info` of a wrapped epoch key.
  public static func info(
    journal: [UInt8], number: UInt64, key: [UInt8], recipient: [UInt8]
  ) -> [UInt8] {
    let identity = PlainEncoder.sha256(PlainEncoder.domain("epoch") + key)
    return PlainEncoder.domain("wrap") + journal + PlainEncoder.integer(number, width: 32)
      + identity + recipient
  }

  // RFC 9180, section 5.1: mode 0, no pre-shared key.
  static func schedule(shared: [UInt8], info: [UInt8]) -> (key: [UInt8], nonce: [UInt8]) {
    let context =
      [0] + extract(salt: [], label: "psk_id_hash", [])
      + extract(salt: [], label: "info_hash", info)
    let secret = extract(salt: shared, label: "secret", [])
    return (
      expand(secret, label: "key", context, count: 32),
      expand(secret, label: "base_nonce", context, count: 12)
    )
  }

  private static let suite: [UInt8] =
    Array("HPKE".utf8) + [0x64, 0x7a] + [0x00, 0x01] + [0x00, 0x03]

  private static func extract(salt: [UInt8], label: String, _ material: [UInt8]) -> [UInt8] {
    let labelled = Array("HPKE-v1".utf8) + suite + Array(label.utf8) + material
    return Array(
      HMAC<SHA256>.authenticationCode(for: labelled, using: SymmetricKey(data: salt)))
  }

  private static func expand(
    _ secret: [UInt8], label: String, _ info: [UInt8], count: Int
  ) -> [UInt8] {
    let labelled =
      PlainEncoder.integer(UInt64(count), width: 16) + Array("HPKE-v1".utf8) + suite
      + Array(label.utf8) + info
    return HKDF<SHA256>.expand(pseudoRandomKey: secret, info: labelled, outputByteCount: count)
      .withUnsafeBytes { Array($0) }
  }
}
