import Testing

@testable import AfterwitCommand

@Suite("Lines within columns")
struct WrappingTests {
  /// A text, the width, the indentation, and the lines.
  private typealias Example = (text: String, width: Int, indent: Int, shown: String)

  private func check(_ examples: [Example]) {
    for example in examples {
      let shown = example.text.wrapped(toColumns: example.width, indent: example.indent)
      #expect(shown == example.shown)
    }
  }

  @Test("Lines end at spaces, which go; the following ones are indented")
  func words() {
    check([
      ("one two three four", 12, 0, "one two\nthree four"),
      ("one two three four", 12, 2, "one two\n  three four"),
      ("one two  three", 7, 0, "one two\nthree"), ("one two", 7, 0, "one two"),
      ("one two", 6, 0, "one\ntwo"), ("one\ttwo", 10, 0, "one\ntwo"),
      ("one\ttwo", 11, 0, "one\ttwo"), ("日\u{3000}本", 4, 0, "日\n本"),
      ("10\u{a0}km far", 6, 0, "10\u{a0}km\nfar"), ("one\u{200b}two", 4, 0, "one\ntwo"),
    ])
  }

  @Test("Lines end between ideographs, but not before what closes or behind what opens")
  func ideographs() {
    check([
      ("每天练习一道系统设计题", 12, 0, "每天练习一道\n系统设计题"),
      ("每天练习一道系统", 13, 0, "每天练习一道\n系统"), ("每天练习一道。", 12, 0, "每天练习一\n道。"),
      ("日本「東京」へ", 6, 0, "日本\n「東\n京」へ"), ("コーヒー", 4, 0, "コー\nヒー"),
      ("ゆっくり", 4, 0, "ゆっ\nくり"), ("3月abc日", 5, 0, "3月\nabc日"),
      ("안녕하세요 여러분", 12, 0, "안녕하세요\n여러분"),
    ])
  }

  @Test("Closing punctuation behind a space stays with its word, and opening with the next")
  func punctuation() {
    check([
      ("C'est fini !", 10, 0, "C'est\nfini !"), ("Il dit « oui »", 9, 0, "Il dit\n« oui »"),
      ("type .gitignore", 8, 0, "type\n.gitigno\nre"), ("so (it is)", 6, 0, "so (it\nis)"),
    ])
  }

  @Test("A word longer than the line is cut between characters, never within one")
  func longWords() {
    let family = "👨‍👩‍👧"
    check([
      ("abcdefghijklmnop q", 12, 0, "abcdefghijkl\nmnop q"),
      ("ab abcdefgh", 6, 0, "ab\nabcdef\ngh"), ("  abcdefgh", 6, 0, "  abcd\nefgh"),
      ("abcdef", 4, 2, "ab\n  cd\n  ef"), ("ab", 2, 5, "a\n     b"), ("日本", 1, 0, "日\n本"),
      ("e\u{301}e\u{301}e\u{301}", 2, 0, "e\u{301}e\u{301}\ne\u{301}"),
      (family + family, 7, 0, family + "\n" + family), ("🇫🇷🇯🇵", 3, 0, "🇫🇷\n🇯🇵"),
      ("कक्षाकक्षा", 4, 0, "कक्षा\nकक्षा"),
    ])
  }

  @Test("Line ends of the text stay, empty lines get no indentation, and without a width all stays")
  func lineEnds() {
    check([
      ("a\r\nb\n\n  c d", 80, 2, "a\r\n  b\n\n    c d"), ("a\n", 80, 2, "a\n"),
      ("\na", 80, 2, "\n  a"), ("", 80, 2, ""), ("one two\nthree", 5, 0, "one\ntwo\nthree"),
    ])
    #expect("one two\nthree".wrapped(toColumns: nil, indent: 1) == "one two\n three")
  }

  @Test("No line is wider than the columns, and nothing but spaces at line ends goes")
  func everyWidth() {
    let text = "Grüße aus 東京（とうきょう）, wo  « alles » 👨‍👩‍👧 ที่นี่ donaudampfschifffahrt. हिन्दी!"
    let letters = text.filter { !$0.isWhitespace }
    for width in 6...90 {
      let lines = text.wrapped(toColumns: width, indent: 0).split(separator: "\n")
      #expect(lines.allSatisfy { String($0).columns <= width })
      #expect(lines.allSatisfy { $0.last != " " })
      #expect(lines.joined().filter { !$0.isWhitespace } == letters)
    }
  }
}
