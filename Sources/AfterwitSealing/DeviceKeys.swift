public import AfterwitEncoding
internal import AfterwitWire

/// The secrets that a device made for itself on its first day, and never shows to anybody.
public struct DeviceKeys: KeyHolder {
  /// The length of ``bytes``.
  public static let byteCount = 96

  /// The private halves of the device's signing and agreement keys.
  public let memberKeys: MemberKeys
  /// The secret from which, with fresh randomness, the salt of each envelope is derived.
  let saltSecret: [UInt8]
  private let seeds: [UInt8]

  /// Makes new keys with the system's randomness.
  public init() {
    var random = SystemRandomNumberGenerator()
    self.init(using: &random)
  }

  /// Makes new keys; only tests take them from another source than the system's randomness.
  public init(using random: inout some RandomNumberGenerator) {
    self.init(seeds: random.bytes(Self.byteCount))
  }

  /// Makes the keys of a device that takes over from another.
  ///
  /// `randomness` is ``byteCount`` fresh bytes. Two copies of one machine may draw the same bytes,
  /// so the keys also depend on `state`, which covers what each of them wrote and received.
  public init(succeeding old: DeviceKeys, randomness: [UInt8], after state: [UInt8]) {
    precondition(randomness.count == Self.byteCount)
    self.init(
      seeds: KeyDerivation.derive(
        from: old.saltSecret, info: Domain.succession.bytes + randomness + state,
        count: Self.byteCount))
  }

  /// Reads what ``bytes`` wrote.
  /// - Throws: ``DecodingFailure`` if there are not exactly 96 bytes.
  public init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    let seeds = Array(try cursor.readBytes(Self.byteCount))
    try cursor.requireEnd()
    self.init(seeds: seeds)
  }

  /// The secret bytes, for the device's own store: signing seed, X-Wing seed, salt secret.
  public var bytes: [UInt8] { seeds }

  private init(seeds: [UInt8]) {
    memberKeys = MemberKeys(
      rank: Member.deviceRank, signingSeed: Array(seeds[..<32]),
      agreementSeed: Array(seeds[32..<64]))
    saltSecret = Array(seeds[64...])
    self.seeds = seeds
  }
}
