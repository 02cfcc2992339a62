import Foundation
import Testing

@testable import AfterwitCommand

@Suite("Columns of a terminal")
struct ColumnTests {
  @Test("The columns of a text are those that most terminals give it")
  func columns() {
    let examples: [(text: String, columns: Int)] = [
      ("", 0), ("abc", 3), ("e\u{301}", 1), ("Zürich", 6), ("日本", 4), ("ｶﾀ", 2), ("ＡＢ", 4),
      ("한글", 4), ("\u{1112}\u{1161}\u{11ab}", 2), ("ไทย", 3), ("ที่", 1), ("שָׁלוֹם", 4),
      ("नमस्ते", 4), ("😀", 2), ("❤", 1), ("🇫🇷", 2), ("👨‍👩‍👧", 6), ("👍🏽", 4),
      ("❤\u{fe0f}", 1), ("1\u{fe0f}\u{20e3}", 1), ("…‹→✔★", 5), ("─┼█▁⣿", 5), ("\u{200b}", 0),
      ("a\u{ad}b", 3), ("\u{378}", 1), ("\u{1b}", 0), ("\u{3248}", 2), ("\u{10ffff}", 1),
      ("a\tb", 9), ("日\tb", 9), ("\t", 8), ("12345678\t", 16), ("\u{600}", 1), ("\u{4dc0}", 2),
    ]
    for example in examples {
      #expect(example.text.columns == example.columns, "\(example.text.debugDescription)")
    }
  }

  @Test("The table is in order, tells no columns twice, and names its version of Unicode")
  func table() {
    let changes = ColumnTable.changes
    #expect(changes.first == 0)
    for (left, right) in zip(changes, changes.dropFirst()) {
      #expect(left >> 4 < right >> 4)
      #expect(left & 0xf != right & 0xf)
    }
    #expect(changes.allSatisfy { $0 & 0xf <= 2 })
    #expect(ColumnTable.version == "15.0.0")
    // What is not looked up is what the table says.
    for value: UInt32 in 0..<0x300 {
      guard let scalar = Unicode.Scalar(value),
        let stretch = changes.last(where: { $0 >> 4 <= value })
      else { continue }
      #expect(ColumnTable.columns(of: scalar) == Int(stretch & 0xf))
    }
  }

  @Test("A text is cut between characters, with an ellipsis that counts")
  func cutting() {
    let family = "👨‍👩‍👧"
    let examples: [(text: String, width: Int, shown: String)] = [
      ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("abcd", 1, "…"), ("abcd", 0, ""), ("abcd", -1, ""),
      ("", 0, ""), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
      ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), (family + family, 7, family + "…"),
      (family + family, 6, "…"), ("🇫🇷🇫🇷", 3, "🇫🇷…"),
    ]
    for example in examples {
      let shown = example.text.cut(toColumns: example.width)
      #expect(shown == example.shown)
      #expect(shown.columns <= max(0, example.width))
    }
  }

  @Test("A text is padded to columns, and left as it is where it is wider")
  func padding() {
    #expect("日本".padded(to: 6) == "日本  ")
    #expect("日本".padded(to: 3) == "日本")
  }

  @Test("Columns are uncertain of what terminals draw in two ways, and of nothing common")
  func uncertainty() {
    let certain = [
      "", "plain", "Grüße", "日本語、", "한국어", "ไทย", "שָׁלוֹם", "😀", "🇫🇷🇯🇵", "…‹→✔★█", "a\u{200b}b", "❤",
    ]
    let uncertain = [
      "❤\u{fe0f}", "👨‍👩‍👧", "👍🏽", "🇫", "🇫🇷🇯", "हिन्दी", "\u{1112}\u{1161}", "\u{ad}", "\u{378}", "\u{1fae8}",
      "\u{4dc0}", "1\u{fe0f}\u{20e3}",
    ]
    for text in certain { #expect(!text.hasUncertainColumns, "\(text.debugDescription)") }
    for text in uncertain { #expect(text.hasUncertainColumns, "\(text.debugDescription)") }
  }
}
