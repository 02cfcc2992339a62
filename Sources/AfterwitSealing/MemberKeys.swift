public import AfterwitEncoding
public import AfterwitWire
internal import Crypto

/// The private halves of one member's keys: what signs for it, and opens what is wrapped to it.
public struct MemberKeys: Sendable {
  /// The length of each of the two seeds, in bytes.
  static let seedByteCount = 32

  let signing: Curve25519.Signing.PrivateKey
  let signingKey: SigningKey
  private let rank: UInt8
  private let agreementSeed: [UInt8]

  /// Expands an Ed25519 seed and keeps an X-Wing seed, of 32 bytes each.
  ///
  /// Every command reads its keys and most never open a wrapped one: the X-Wing seed is expanded,
  /// which costs far more than everything else here, where it is asked for.
  init(rank: UInt8, signingSeed: [UInt8], agreementSeed: [UInt8]) {
    guard let signing = try? Curve25519.Signing.PrivateKey(rawRepresentation: signingSeed),
      agreementSeed.count == Self.seedByteCount
    else { preconditionFailure("a seed is 32 bytes") }
    self.signing = signing
    signingKey = SigningKey(signing.publicKey)
    self.rank = rank
    self.agreementSeed = agreementSeed
  }

  /// Opens what is wrapped to the member; expanded anew each time.
  var agreement: XWingMLKEM768X25519.PrivateKey {
    guard
      let key = try? XWingMLKEM768X25519.PrivateKey(
        seedRepresentation: agreementSeed, publicKey: nil)
    else { preconditionFailure("a seed is 32 bytes") }
    return key
  }

  /// The public halves, as others know them; derived anew each time.
  public var member: Member {
    Member(
      rank: rank, signingKey: signingKey,
      agreementKey: Array(agreement.publicKey.rawRepresentation))
  }
}

/// One who holds a member's private keys: a device, or whoever typed the recovery secret.
public protocol KeyHolder: Sendable {
  /// The private halves.
  var memberKeys: MemberKeys { get }
}

extension KeyHolder {
  /// The public halves, as a control envelope admits them.
  public var member: Member { memberKeys.member }

  /// The member's id.
  public var device: DeviceID { memberKeys.signingKey.device }

  /// Signs a message, which must begin with its domain, with Ed25519: 64 bytes.
  public func sign(_ message: [UInt8]) throws(SealingFailure) -> [UInt8] {
    do {
      return Array(try memberKeys.signing.signature(for: message))
    } catch {
      throw SealingFailure.cryptography
    }
  }
}
