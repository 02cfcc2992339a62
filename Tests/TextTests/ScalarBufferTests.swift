import AfterwitTestRandomness
import Testing

@testable import AfterwitText

// A text in pages against the same text as a row of scalars, of every length in UTF-8 and from every
// plane; edits are where the last one was, or anywhere, and some are longer than several pages.
@Suite("A text in pages")
struct ScalarBufferTests {
  @Test("random edits give what they give in a row of scalars", arguments: 0..<40 as Range<UInt64>)
  func edits(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var (buffer, scalars, caret) = (ScalarBuffer(), [Unicode.Scalar](), 0)
    for step in 0..<400 {
      if Int.random(in: 0..<4, using: &random) == 0 {
        caret = Int.random(in: 0...scalars.count, using: &random)
      }
      let count = Self.length(using: &random)
      if Int.random(in: 0..<3, using: &random) == 0 {
        let start = max(0, caret - count)
        buffer.delete(caret - start, at: start)
        scalars.removeSubrange(start..<caret)
        caret = start
      } else {
        let new = Self.scalars(count, using: &random)
        if count == 1 {
          buffer.insert(new[0], at: caret)
        } else {
          #expect(buffer.insert(Self.text(new), at: caret) == count)
        }
        scalars.insert(contentsOf: new, at: caret)
        caret += count
      }
      try #require(buffer.count == scalars.count, "seed \(seed), step \(step)")
      try Self.compare(buffer, scalars, using: &random)
    }
    #expect(Self.bytes(of: buffer) == Array(Self.text(scalars).utf8))
    #expect(Set(buffer.pages.map(\.slot)).count == buffer.pages.count, "two pages in one slot")
  }

  @Test("pieces of one text are put into another, and what is cut out is told")
  func pieces() throws {
    var random = SeededGenerator(seed: 5)
    let source = Self.scalars(9000, using: &random)
    let other = try #require(ScalarBuffer(utf8: Array(Self.text(source).utf8)[...]))
    var (buffer, scalars) = (ScalarBuffer(), [Unicode.Scalar]())
    for _ in 0..<60 {
      let start = Int.random(in: 0...source.count, using: &random)
      let end = min(source.count, start + Int.random(in: 0...5000, using: &random))
      let position = Int.random(in: 0...scalars.count, using: &random)
      buffer.insert(start..<end, of: other, at: position)
      scalars.insert(contentsOf: source[start..<end], at: position)
      let out = Int.random(in: 0...scalars.count - position, using: &random) / 2
      var bytes: [UInt8] = []
      buffer.cut(out, at: position, into: &bytes)
      #expect(bytes == Array(Self.text(Array(scalars[position..<position + out])).utf8))
      scalars.removeSubrange(position..<position + out)
      try Self.compare(buffer, scalars, using: &random)
    }
    #expect(Self.bytes(of: buffer) == Array(Self.text(scalars).utf8))
  }

  @Test("what is written and deleted again gives its memory back")
  func memory() {
    var buffer = ScalarBuffer()
    for _ in 0..<50 {
      buffer.insert(String(repeating: "字", count: 10_000), at: buffer.count / 2)
      buffer.delete(10_000, at: 0)
    }
    #expect(buffer.memory.byteCount <= 120_000)
  }

  private static func compare(
    _ buffer: ScalarBuffer, _ scalars: [Unicode.Scalar], using random: inout SeededGenerator
  ) throws {
    let start = Int.random(in: 0...scalars.count, using: &random)
    let end = min(scalars.count, start + Int.random(in: 0...3000, using: &random))
    try #require(buffer.scalars(in: start..<end) == Array(scalars[start..<end]))
    let read = buffer.text(in: start..<end)
    try #require(Array(read.utf8) == Array(text(Array(scalars[start..<end])).utf8))
    if start < scalars.count { #expect(buffer[start] == scalars[start]) }
  }

  private static func length(using random: inout SeededGenerator) -> Int {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: Int.random(in: 0...6000, using: &random)
    case 1...4: Int.random(in: 0...200, using: &random)
    default: 1
    }
  }

  /// Mostly of one length in UTF-8, so that some pages are ASCII and others are not.
  private static func scalars(
    _ count: Int, using random: inout SeededGenerator
  ) -> [Unicode.Scalar] {
    let lengths: [ClosedRange<UInt32>] = [
      0...0x7f, 0x80...0x7ff, 0x800...0xd7ff, 0x1_0000...0x10_ffff,
    ]
    let usual = lengths.randomElement(using: &random) ?? 0...0x7f
    return (0..<count).map { _ in
      let isUsual = Int.random(in: 0..<50, using: &random) > 0
      let range = isUsual ? usual : lengths.randomElement(using: &random) ?? usual
      return Unicode.Scalar(UInt32.random(in: range, using: &random)) ?? "?"
    }
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static func bytes(of buffer: ScalarBuffer) -> [UInt8] {
    var bytes: [UInt8] = []
    buffer.appendUTF8(of: 0..<buffer.count, to: &bytes)
    return bytes
  }
}
