public import AfterwitEncoding
internal import AfterwitWire

/// The journal's highest member: 128 bits on paper, which outlive every device.
///
/// Its keys are derived from the bits, so what is written down is short enough to be copied by
/// hand. The text ends in a checksum: without one, a mistake would show only on the day when
/// nothing but the paper is left.
public struct RecoverySecret: KeyHolder {
  /// The length of the secret, in bytes.
  public static let byteCount = 16
  private static let prefix = "awr1"
  private static let checksumByteCount = 4

  /// The private halves, derived from the secret.
  public let memberKeys: MemberKeys
  private let secret: [UInt8]

  /// Draws a new secret.
  public init(using random: inout some RandomNumberGenerator) {
    self.init(secret: random.bytes(Self.byteCount))
  }

  /// Reads what ``text`` wrote, whatever its case, spaces and hyphens; `nil` for a typing error.
  public init?(text: String) {
    let written = text.filter { $0 != "-" && !$0.isWhitespace }
    guard let normal = Base32.normalize(written), normal.hasPrefix(Self.prefix),
      let bytes = Base32.decode(normal.dropFirst(Self.prefix.count)),
      bytes.count == Self.byteCount + Self.checksumByteCount
    else { return nil }
    let secret = Array(bytes.prefix(Self.byteCount))
    guard Array(bytes.suffix(Self.checksumByteCount)) == Self.checksum(of: secret) else {
      return nil
    }
    self.init(secret: secret)
  }

  /// The journal that it leads to.
  public var journal: JournalID { RecoveryProof.journal(of: memberKeys.signingKey) }

  /// The secret as people copy it: `awr1-` and eight groups of four characters.
  public var text: String {
    let characters = Array(Base32.encode(secret + Self.checksum(of: secret)))
    let groups = stride(from: 0, to: characters.count, by: 4).map { start in
      String(characters[start..<min(start + 4, characters.count)])
    }
    return ([Self.prefix] + groups).joined(separator: "-")
  }

  package init(secret: [UInt8]) {
    precondition(secret.count == Self.byteCount)
    self.secret = secret
    memberKeys = MemberKeys(
      rank: Member.recoveryRank,
      signingSeed: KeyDerivation.derive(
        from: secret, info: Domain.recoverySigning.bytes, count: MemberKeys.seedByteCount),
      agreementSeed: KeyDerivation.derive(
        from: secret, info: Domain.recoveryAgreement.bytes, count: MemberKeys.seedByteCount))
  }

  private static func checksum(of secret: [UInt8]) -> [UInt8] {
    Array(Domain.recoveryChecksum.hash(secret).prefix(checksumByteCount))
  }
}
