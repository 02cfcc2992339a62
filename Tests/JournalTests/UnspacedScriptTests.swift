import Testing

@testable import AfterwitJournal
@testable import AfterwitText

@Suite("Scripts without spaces")
struct UnspacedScriptTests {
  private static let scalars = (0..<0x11_0000 as Range<UInt32>).compactMap { Unicode.Scalar($0) }

  @Test("The table of tokens writes them without spaces too, each script in its own way")
  func agreement() {
    let wrong = Self.scalars.filter { scalar in
      guard let script = UnspacedScript(scalar) else { return false }
      let classes: Set<ScalarClass> =
        switch script {
        case .thaiOrLao, .myanmar, .khmer: [.syllable]
        case .han: [.alone]
        case .kana: [.alone, .katakana]
        case .smallKana, .narrowKana: [.katakana]
        }
      return !classes.union([.mark, .number, .none]).contains(ScalarClass(scalar))
    }
    // The sign of the baht belongs to the number beside it, and the dot stands between names.
    #expect(wrong == ["\u{e3f}", "\u{30fb}"])
  }

  @Test("What the table of tokens writes so is theirs, but for rare signs in other blocks")
  func others() {
    let others = Self.scalars.filter {
      [.alone, .syllable, .katakana].contains(ScalarClass($0)) && UnspacedScript($0) == nil
    }
    let blocks: [ClosedRange<UInt32>] = [
      0x19e0...0x19ff, 0x2e80...0x2fdf, 0x3000...0x303f, 0xa9e0...0xa9ff, 0xaa60...0xaa7f,
      0x1_aff0...0x1_b16f,
    ]
    #expect(!others.isEmpty)
    let strange = others.filter { scalar in !blocks.contains { $0.contains(scalar.value) } }
    #expect(strange.isEmpty)
  }

  @Test(
    "Each is told by the first and the last scalar of its blocks",
    arguments: [
      (0x0e00, 0x0eff, UnspacedScript.thaiOrLao), (0x1000, 0x109f, .myanmar),
      (0x1780, 0x17ff, .khmer), (0x3040, 0x30ff, .kana), (0x31f0, 0x31ff, .smallKana),
      (0xff66, 0xff9f, .narrowKana), (0x3400, 0x9fff, .han), (0xf900, 0xfaff, .han),
      (0x2_0000, 0x3_23af, .han),
    ] as [(UInt32, UInt32, UnspacedScript)])
  func blocks(first: UInt32, last: UInt32, script: UnspacedScript) throws {
    for value in [first, last] {
      #expect(UnspacedScript(try #require(Unicode.Scalar(value))) == script)
    }
    for value in [first - 1, last + 1] {
      #expect(Unicode.Scalar(value).flatMap(UnspacedScript.init) != script)
    }
  }
}
