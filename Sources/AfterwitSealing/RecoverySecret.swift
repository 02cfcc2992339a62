public import AfterwitEncoding
public import AfterwitWire

/// A member of the journal that is kept on paper: 128 bits, which outlive every device.
///
/// The id of a journal follows from its first paper's key. A later one names the journal beside the
/// bits.
///
/// Its keys are derived from the bits, so what is written down is short enough to be copied by
/// hand. The text ends in a checksum: without one, a mistake would show only on the day when
/// nothing but the paper is left.
public struct RecoverySecret: KeyHolder {
  /// The length of the secret, in bytes.
  public static let byteCount = 16
  private static let prefix = "awr1"
  private static let laterPrefix = "awr2"
  private static let checksumByteCount = 4

  /// The private halves, derived from the secret.
  public let memberKeys: MemberKeys
  /// The journal that it leads to.
  public let journal: JournalID
  private let secret: [UInt8]

  /// Draws the first secret of a journal.
  public init(using random: inout some RandomNumberGenerator) {
    self.init(secret: random.bytes(Self.byteCount))
  }

  /// Draws a later secret of a journal.
  /// - Parameter rank: that of the member that it is.
  public init(
    of journal: JournalID, rank: UInt8 = Member.recoveryRank,
    using random: inout some RandomNumberGenerator
  ) {
    self.init(secret: random.bytes(Self.byteCount), journal: journal, rank: rank)
  }

  /// Reads what ``text`` wrote, whatever its case, spaces and hyphens; `nil` for a typing error.
  public init?(text: String) {
    let written = text.filter { $0 != "-" && !$0.isWhitespace }
    guard let normal = Base32.normalize(written),
      let bytes = Base32.decode(normal.dropFirst(Self.prefix.count))
    else { return nil }
    let content = Array(bytes.dropLast(Self.checksumByteCount))
    guard Array(bytes.suffix(Self.checksumByteCount)) == Self.checksum(of: content) else {
      return nil
    }
    switch (String(normal.prefix(Self.prefix.count)), content.count - Self.byteCount) {
    case (Self.prefix, 0): self.init(secret: content)
    case (Self.laterPrefix, JournalID.byteCount):
      guard let journal = JournalID(content.suffix(JournalID.byteCount)) else { return nil }
      self.init(secret: Array(content.prefix(Self.byteCount)), journal: journal)
    default: return nil
    }
  }

  /// The secret as people copy it: `awr1-` and eight groups of four characters; a later one, which
  /// names its journal, `awr2-` and fifteen, the last of two.
  public var text: String {
    let isFirst = journal == RecoveryProof.journal(of: memberKeys.signingKey)
    let content = isFirst ? secret : secret + journal.bytes
    let characters = Array(Base32.encode(content + Self.checksum(of: content)))
    let groups = stride(from: 0, to: characters.count, by: 4).map { start in
      String(characters[start..<min(start + 4, characters.count)])
    }
    return ([isFirst ? Self.prefix : Self.laterPrefix] + groups).joined(separator: "-")
  }

  package init(
    secret: [UInt8], journal: JournalID? = nil, rank: UInt8 = Member.recoveryRank
  ) {
    precondition(secret.count == Self.byteCount)
    self.secret = secret
    memberKeys = MemberKeys(
      rank: rank,
      signingSeed: KeyDerivation.derive(
        from: secret, info: Domain.recoverySigning.bytes, count: MemberKeys.seedByteCount),
      agreementSeed: KeyDerivation.derive(
        from: secret, info: Domain.recoveryAgreement.bytes, count: MemberKeys.seedByteCount))
    self.journal = journal ?? RecoveryProof.journal(of: memberKeys.signingKey)
  }

  static func checksum(of secret: [UInt8]) -> [UInt8] {
    Array(Domain.recoveryChecksum.hash(secret).prefix(checksumByteCount))
  }
}
