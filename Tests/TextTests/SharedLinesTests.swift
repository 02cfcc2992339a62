import AfterwitText
import Testing

@Suite("Lines that two texts share")
struct SharedLinesTests {
  @Test("a line counts that is more than white space and the same in every scalar")
  func lines() {
    #expect(SharedLines("a\nb\n", "\nc\nb").isFound)
    #expect(!SharedLines("a\n\n \nb", "c\n\n \nd\n").isFound)
    #expect(!SharedLines("é", "e\u{301}").isFound)
    #expect(!SharedLines("a\r\n", "a\n").isFound)
    #expect(!SharedLines("", "").isFound)
  }

  @Test("of two chapters each line is looked at once, however many there are")
  func steps() {
    for count in [100, 10_000] {
      let chapters = ["Ana", "Ben"].map { author in
        (0..<count).map { "\(author) \($0)\n" }.joined()
      }
      let found = SharedLines(chapters[0], chapters[1])
      #expect(!found.isFound && found.steps == 2 * count + 2)
    }
  }
}
