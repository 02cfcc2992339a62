import AfterwitTestRandomness
import Testing

@testable import AfterwitText

// The check of UTF-8, sixteen bytes at once, against the library's.
@Suite("Well-formed UTF-8")
struct WellFormedTests {
  /// Bytes that begin or continue something, at the edges of what they may be.
  private static let bytes: [UInt8] = [
    0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed,
    0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff,
  ]

  @Test("any three bytes, wherever they fall", arguments: [0, 13, 14, 15, 16, 31, 45])
  func short(place: Int) {
    let before = [UInt8](repeating: 0x61, count: place)
    var found = 0
    for first in Self.bytes {
      for second in Self.bytes {
        for third in Self.bytes where Self.isWrong(before + [first, second, third]) { found += 1 }
      }
    }
    #expect(found == 0)
  }

  @Test("text in which a byte was changed, added or lost", arguments: 0..<30 as Range<UInt64>)
  func damaged(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = String(
      "aλжعक漢字👍\u{d7ff}\u{e000}\u{ffff}\u{10000}\u{10ffff}".shuffled(using: &random))
    var bytes = Array(String(repeating: text, count: 4).utf8)
    #expect(!Self.isWrong(bytes))
    for _ in 0..<40 {
      var other = bytes
      let place = Int.random(in: other.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: other[place] = Self.bytes.randomElement(using: &random) ?? 0
      case 1: other.insert(Self.bytes.randomElement(using: &random) ?? 0, at: place)
      default: other.remove(at: place)
      }
      #expect(!Self.isWrong(other))
      bytes.removeLast()
      #expect(!Self.isWrong(bytes))
    }
  }

  /// Whether some bytes are judged or counted otherwise than the library does.
  private static func isWrong(_ bytes: [UInt8]) -> Bool {
    let count = String(validating: bytes, as: UTF8.self)?.unicodeScalars.count
    return ScalarBuffer.count(ofUTF8: bytes[...]) != count
      || ScalarBuffer(utf8: bytes[...])?.count != count
  }
}
