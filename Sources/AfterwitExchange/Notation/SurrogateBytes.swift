/// Characters beyond the first plane that a program wrote as two halves, each of three bytes.
///
/// taskwarrior 2.6.2 writes them so; no such bytes are UTF-8.
enum SurrogateBytes {
  /// Appends a code unit of UTF-16 by the scheme of UTF-8, halves of a character too.
  static func append(_ unit: UInt32, to bytes: inout [UInt8]) {
    switch unit {
    case 0..<0x80: bytes.append(UInt8(unit))
    case 0x80..<0x800: bytes += [UInt8(0xc0 | unit >> 6), UInt8(0x80 | unit & 0x3f)]
    default:
      bytes += [
        UInt8(0xe0 | unit >> 12 & 0x0f), UInt8(0x80 | unit >> 6 & 0x3f), UInt8(0x80 | unit & 0x3f),
      ]
    }
  }

  /// The text of some bytes, with halves that stand side by side joined; what is no UTF-8 even so
  /// becomes the mark for that.
  static func joined(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var result: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if let high = half(bytes, at: place, 0xa0...0xaf),
        let low = half(bytes, at: place + 3, 0xb0...0xbf),
        let scalar = Unicode.Scalar(0x10000 + (high - 0xd800) << 10 + (low - 0xdc00))
      {
        result += String(Character(scalar)).utf8
        place += 6
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func half(_ bytes: [UInt8], at place: Int, _ second: ClosedRange<UInt8>) -> UInt32?
  {
    guard place + 3 <= bytes.count, bytes[place] == 0xed, second.contains(bytes[place + 1]),
      0x80...0xbf ~= bytes[place + 2]
    else { return nil }
    return 0xd000 | UInt32(bytes[place + 1] & 0x3f) << 6 | UInt32(bytes[place + 2] & 0x3f)
  }
}
