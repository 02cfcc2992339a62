internal import AfterwitEncoding
internal import AfterwitWire

/// The key of one epoch, from which the key of each of its envelopes is derived.
public struct EpochKey: Hashable, Sendable {
  /// The length of the key, in bytes.
  public static let byteCount = 32

  /// The number of the key, from 1; two devices that did not know of each other may use the same.
  public let number: UInt32
  /// The 32 secret bytes.
  public let bytes: [UInt8]

  /// Draws the key of a new epoch.
  public init(number: UInt32, using random: inout some RandomNumberGenerator) {
    self.number = number
    bytes = random.bytes(Self.byteCount)
  }

  /// Takes a key of exactly 32 bytes; any other count gives `nil`.
  public init?(number: UInt32, bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.number = number
    self.bytes = bytes
  }

  /// The hash of the key, 32 bytes; control records name the key by it without revealing it.
  public var identity: [UInt8] { Domain.epoch.hash(bytes) }
}

/// What one envelope is sealed with: a key that is used once, and a commitment to that key.
struct RecordKey {
  let key: [UInt8]
  let commitment: [UInt8]

  /// Derives both from the epoch key and the header up to its salt.
  init(epoch: EpochKey, header: EnvelopeHeader) {
    let derived = KeyDerivation.derive(
      from: epoch.bytes, salt: header.salt,
      info: Domain.record.bytes + header.derivationPrefix, count: 64)
    key = Array(derived[..<32])
    commitment = Array(derived[32...])
  }
}
