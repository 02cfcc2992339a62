public import AfterwitEncoding
public import Crypto

/// A device's public Ed25519 key, and the device id that follows from it.
public struct SigningKey: Hashable, Sendable {
  /// The length of the key, in bytes.
  public static let byteCount = 32

  /// The 32 bytes of the key.
  public let bytes: [UInt8]
  /// The id of the device that holds the private half.
  public let device: DeviceID

  /// Takes the public half of a device's own key.
  public init(_ key: Curve25519.Signing.PublicKey) {
    bytes = Array(key.rawRepresentation)
    device = Domain.device.identifier(bytes)
  }

  /// Takes 32 bytes of unknown origin; `nil` for a point of small order, or another count of bytes.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount, !Self.isOfSmallOrder(bytes),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    else { return nil }
    self.init(key)
  }

  /// Whether the private half signed these bytes.
  public func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
      return false
    }
    return key.isValidSignature(signature, for: message)
  }

  /// Whether a key is of small order, and so accepts signatures that nobody made.
  ///
  /// The eight points and their other encodings are listed in "Taming the many EdDSAs"
  /// (https://eprint.iacr.org/2020/1244).
  private static func isOfSmallOrder(_ bytes: [UInt8]) -> Bool {
    let magnitude = Array(bytes[..<31]) + [bytes[31] & 0x7f]
    return smallOrderMagnitudes.contains(Hexadecimal.encode(magnitude))
  }

  private static let smallOrderMagnitudes: Set<String> = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ]
}
