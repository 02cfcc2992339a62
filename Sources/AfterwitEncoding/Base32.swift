/// Base 32 for what people read and type: Crockford's digits and letters, in lower case.
///
/// The letters i, l, o and u are left out; on reading, i and l count as 1, o as 0, and case does
/// not matter (https://www.crockford.com/base32.html).
public enum Base32 {
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  /// Writes bytes most significant bit first, the last character padded with zero bits.
  public static func encode(_ bytes: some Collection<UInt8>) -> String {
    var characters: [UInt8] = []
    characters.reserveCapacity((bytes.count * 8 + 4) / 5)
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      buffer = (buffer << 8 | UInt32(byte)) & 0xfff
      bits += 8
      while bits >= 5 {
        bits -= 5
        characters.append(alphabet[Int(buffer >> bits & 0x1f)])
      }
    }
    if bits > 0 {
      characters.append(alphabet[Int(buffer << (5 - bits) & 0x1f)])
    }
    return String(decoding: characters, as: UTF8.self)
  }

  /// Reads what ``encode(_:)`` wrote; `nil` for another character, or padding that is not zero.
  public static func decode(_ text: some StringProtocol) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for character in text.utf8 {
      guard let digit = digit(character) else { return nil }
      buffer = (buffer << 5 | digit) & 0xfff
      bits += 5
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
    }
    guard bits < 5, buffer & ((1 << bits) - 1) == 0 else { return nil }
    return bytes
  }

  /// The text as ``encode(_:)`` would write it; `nil` if a character has no meaning.
  public static func normalize(_ text: some StringProtocol) -> String? {
    var characters: [UInt8] = []
    for character in text.utf8 {
      guard let digit = digit(character) else { return nil }
      characters.append(alphabet[Int(digit)])
    }
    return String(decoding: characters, as: UTF8.self)
  }

  private static func digit(_ character: UInt8) -> UInt32? {
    let lower = character | (65...90 ~= character ? 0x20 : 0)
    switch lower {
    case UInt8(ascii: "i"), UInt8(ascii: "l"): return 1
    case UInt8(ascii: "o"): return 0
    default: return alphabet.firstIndex(of: lower).map(UInt32.init)
    }
  }
}
