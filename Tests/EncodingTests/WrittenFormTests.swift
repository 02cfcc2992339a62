import AfterwitEncoding
import AfterwitTestRandomness
import Testing

@Suite("What people read and type")
struct WrittenFormTests {
  @Test("base 32 brings back random bytes of every length [AW-ENC-7]")
  func base32() {
    let seed = TestSeed(7)
    var random = SeededGenerator(seed: seed.value)
    for length in 0...64 {
      let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      let text = Base32.encode(bytes)
      #expect(text.count == (length * 8 + 4) / 5)
      #expect(Base32.decode(text) == bytes, seed.comment)
      #expect(Base32.decode(text.uppercased()) == bytes, seed.comment)
      #expect(Base32.normalize(text.uppercased()) == text, seed.comment)
    }
  }

  @Test("base 32 refuses foreign letters, impossible lengths and padding that says something")
  func base32Refusals() {
    for text in ["u", "0u", "é0", "0-0", "0 0", "0", "000", "000000", "01", "0z", "zzzz1"] {
      #expect(Base32.decode(text) == nil, "\(text)")
    }
    #expect(Base32.normalize("u") == nil)
    #expect(Base32.decode("00") == [0])
  }

  @Test("hexadecimal reads what it writes and nothing else [AW-ENC-8]")
  func hexadecimal() {
    let all = Array(UInt8.min...UInt8.max)
    #expect(Hexadecimal.decode(Hexadecimal.encode(all)) == all)
    for text in ["0", "0G", "AB", "0x", " 00", "é"] {
      #expect(Hexadecimal.decode(text) == nil, "\(text)")
    }
  }

  @Test("identifiers take their own length only and order as bytes [AW-ENC-9]")
  func identifiers() throws {
    let seed = TestSeed(9)
    var random = SeededGenerator(seed: seed.value)
    #expect(DeviceID([UInt8](repeating: 1, count: 31)) == nil)
    #expect(JournalID([UInt8](repeating: 1, count: 17)) == nil)
    #expect(EntryID([UInt8](repeating: 1, count: 9)) == nil)
    for _ in 0..<500 {
      func draw(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0xfe...0xff, using: &random) }
      }
      let (left, right) = (draw(32), draw(32))
      let (first, second) = (try #require(DeviceID(left)), try #require(DeviceID(right)))
      #expect(first.bytes == left)
      #expect((first < second) == left.lexicographicallyPrecedes(right), seed.comment)
      #expect((first == second) == (left == right), seed.comment)
      let (short, other) = (draw(16), draw(16))
      let (journal, another) = (try #require(JournalID(short)), try #require(JournalID(other)))
      #expect(journal.bytes == short)
      #expect((journal < another) == short.lexicographicallyPrecedes(other), seed.comment)
      let (entry, next) = (draw(10), draw(10))
      #expect(try #require(EntryID(entry)).bytes == entry)
      #expect(
        (try #require(EntryID(entry)) < (try #require(EntryID(next))))
          == entry.lexicographicallyPrecedes(next), seed.comment)
    }
  }

  @Test("an entry is shown by its first eight characters")
  func entryText() throws {
    var random = SeededGenerator(seed: 3)
    let entry = EntryID(from: &random)
    #expect(entry.text.count == 16)
    #expect(entry.text.hasPrefix(entry.shortText))
    #expect(entry.shortText.count == 8)
    #expect(Base32.decode(entry.text) == entry.bytes)
    for length in 0...16 {
      let prefix = String(entry.text.prefix(length))
      let range = try #require(EntryID.range(ofTextPrefix: prefix.uppercased()))
      #expect(range.contains(entry))
      #expect(range.lowerBound.text == prefix + String(repeating: "0", count: 16 - length))
      #expect(range.upperBound.text == prefix + String(repeating: "z", count: 16 - length))
    }
    #expect(EntryID.range(ofTextPrefix: entry.text + "0") == nil)
    #expect(EntryID.range(ofTextPrefix: "not an id") == nil)
    #expect(EntryID.journal.text == "0000000000000000")
  }
}
