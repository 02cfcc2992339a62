// A second encoder, written from the specification alone and slow on purpose, so that a mistake
// of the production code cannot hide in its own vectors. Numbers go through strings of digits.

internal import Crypto

/// The encodings of Protocol/2-encoding, in the plainest way there is.
public enum PlainEncoder {
  /// Two lower-case digits a byte.
  public static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// An integer in `width` bits, most significant byte first.
  public static func integer(_ value: UInt64, width: Int) -> [UInt8] {
    octets(padLeft(String(value, radix: 2), to: width))
  }

  /// Groups of seven bits, least significant first, each but the last marked by its highest bit.
  public static func varint(_ value: UInt64) -> [UInt8] {
    let binary = String(value, radix: 2)
    let digits = padLeft(binary, to: (binary.count + 6) / 7 * 7)
    var groups: [String] = []
    for start in stride(from: 0, to: digits.count, by: 7) {
      groups.insert(String(Array(digits)[start..<start + 7]), at: 0)
    }
    return groups.enumerated().map { place, group in
      octets((place == groups.count - 1 ? "0" : "1") + group)[0]
    }
  }

  /// The length as a varint, then the bytes.
  public static func blob(_ bytes: [UInt8]) -> [UInt8] {
    varint(UInt64(bytes.count)) + bytes
  }

  /// Five bits a character, the last filled up with zeros.
  public static func base32(_ bytes: [UInt8]) -> String {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    var digits = bytes.map { padLeft(String($0, radix: 2), to: 8) }.joined()
    while !digits.count.isMultiple(of: 5) { digits += "0" }
    let all = Array(digits)
    return stride(from: 0, to: all.count, by: 5).map { start in
      String(alphabet[Int(String(all[start..<start + 5]), radix: 2) ?? 0])
    }.joined()
  }

  /// The bytes that begin an input: `afterwit/v1/` and the name, ended by a zero.
  public static func domain(_ name: String) -> [UInt8] {
    Array("afterwit/v1/".utf8) + Array(name.utf8) + [0x00]
  }

  /// SHA-256.
  public static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: bytes))
  }

  /// HKDF-SHA-256.
  public static func hkdf(
    secret: [UInt8], salt: [UInt8], info: [UInt8], count: Int
  ) -> [UInt8] {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: secret), salt: salt, info: info,
      outputByteCount: count
    ).withUnsafeBytes { Array($0) }
  }

  /// ChaCha20-Poly1305: ciphertext and tag.
  public static func chacha(
    _ plaintext: [UInt8], key: [UInt8], nonce: [UInt8], context: [UInt8]
  ) throws -> [UInt8] {
    let box = try ChaChaPoly.seal(
      plaintext, using: SymmetricKey(data: key), nonce: ChaChaPoly.Nonce(data: nonce),
      authenticating: context)
    return Array(box.ciphertext) + Array(box.tag)
  }

  /// What ``chacha(_:key:nonce:context:)`` sealed.
  public static func opened(
    _ sealed: [UInt8], key: [UInt8], nonce: [UInt8], context: [UInt8]
  ) throws -> [UInt8] {
    let box = try ChaChaPoly.SealedBox(combined: nonce + sealed)
    return try Array(
      ChaChaPoly.open(box, using: SymmetricKey(data: key), authenticating: context))
  }

  private static func padLeft(_ digits: String, to width: Int) -> String {
    String(repeating: "0", count: width - digits.count) + digits
  }

  private static func octets(_ digits: String) -> [UInt8] {
    let all = Array(digits)
    return stride(from: 0, to: all.count, by: 8).map { start in
      UInt8(String(all[start..<start + 8]), radix: 2) ?? 0
    }
  }
}
