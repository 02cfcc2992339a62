public import AfterwitEncoding
public import AfterwitWire
internal import Crypto

/// The private halves of one member's keys, which sign for it and open what is wrapped to it.
public struct MemberKeys: Sendable {
  /// The length of each of the two seeds, in bytes.
  static let seedByteCount = 32

  let signing: Curve25519.Signing.PrivateKey
  let signingKey: SigningKey
  private let rank: UInt8
  private let agreementSeed: [UInt8]

  /// Expands an Ed25519 seed and keeps an X-Wing seed, of 32 bytes each.
  ///
  /// Every command reads its keys, and most never open a wrapped key. Expanding the X-Wing seed
  /// costs far more than everything else here, so that waits until the key is needed.
  init(rank: UInt8, signingSeed: [UInt8], agreementSeed: [UInt8]) {
    guard let signing = try? Curve25519.Signing.PrivateKey(rawRepresentation: signingSeed),
      agreementSeed.count == Self.seedByteCount
    else { preconditionFailure("a seed is 32 bytes") }
    self.signing = signing
    signingKey = SigningKey(signing.publicKey)
    self.rank = rank
    self.agreementSeed = agreementSeed
  }

  /// The key that opens what is wrapped to the member; it is expanded at each call (AW-SEAL-30).
  var agreement: XWingMLKEM768X25519.PrivateKey {
    guard
      let key = try? XWingMLKEM768X25519.PrivateKey(
        seedRepresentation: agreementSeed, publicKey: nil)
    else { preconditionFailure("a seed is 32 bytes") }
    return key
  }

  /// The public halves, as others know them; they are derived at each call.
  public var member: Member {
    Member(
      rank: rank, signingKey: signingKey,
      agreementKey: Array(agreement.publicKey.rawRepresentation))
  }
}

/// Whoever holds a member's private keys: a device, or a person who typed the recovery secret.
public protocol KeyHolder: Sendable {
  /// The private halves.
  var memberKeys: MemberKeys { get }
}

extension KeyHolder {
  /// The public halves, as a control envelope admits them.
  public var member: Member { memberKeys.member }

  /// The member's id.
  public var device: DeviceID { memberKeys.signingKey.device }

  /// Signs a message with Ed25519, which gives 64 bytes; the message must begin with its domain.
  public func sign(_ message: [UInt8]) throws(SealingFailure) -> [UInt8] {
    do {
      return Array(try memberKeys.signing.signature(for: message))
    } catch {
      throw SealingFailure.cryptography
    }
  }
}
