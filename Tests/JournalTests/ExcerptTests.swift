import AfterwitTestRandomness
import Testing

@testable import AfterwitJournal

@Suite("The words around a match")
struct ExcerptTests {
  private static let long = String(repeating: "word ", count: 40)

  @Test("what stands whole has no marks, whatever white space surrounds it")
  func whole() {
    #expect(excerpt(of: "Hello queue.", for: "queue") == "Hello queue.")
    #expect(excerpt(of: "  \n Hello\r\n\r\n\t queue. \n", for: "queue") == "Hello queue.")
    let blank = String(repeating: "\n", count: 400)
    #expect(excerpt(of: blank + "Hello" + blank + "queue" + blank, for: "queue") == "Hello queue")
    #expect(excerpt(of: blank + "café" + blank, for: "cafe") == "café")
    #expect(excerpt(of: "", for: "queue").isEmpty)
  }

  @Test("words that are left out on either side are marked there, and nothing else is")
  func cut() {
    let excerpt = excerpt(of: Self.long + "queue\n\n" + Self.long, for: "queue")
    #expect(excerpt.hasPrefix("…word word word word word word queue word"))
    #expect(excerpt.hasSuffix("word…"))
    #expect(excerpt.count <= 90 + 3)
    #expect(self.excerpt(of: "queue " + Self.long, for: "queue").hasPrefix("queue word"))
    #expect(self.excerpt(of: Self.long + "queue", for: "queue").hasSuffix(" word queue"))
    #expect(self.excerpt(of: Self.long, for: "nothing") == String(Self.long.prefix(89)) + "…")
  }

  @Test("a cut falls between what people take for letters")
  func letters() {
    for letter in ["e\u{301}", "👩‍👩‍👧", "漢", "🇩🇪"] {
      let letters = String(repeating: letter, count: 200)
      let excerpt = excerpt(of: letters + " queue " + letters, for: "queue")
      #expect(excerpt.hasPrefix("…" + String(repeating: letter, count: 30) + " queue "))
      #expect(excerpt.filter { $0 == Character(letter) }.count >= 80, "\(letter)")
    }
  }

  @Test("no excerpt is longer than it may be, and its words are the text's, for a thousand texts")
  func random() {
    let parts = [
      "a", "queue", " ", "\n", "  ", "e\u{301}", "é", "\u{1100}", "\u{1161}", "🇩🇪", "漢", "\r\n",
    ]
    for seed in 0..<1000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let text = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }.joined()
      let excerpt = excerpt(of: text, for: "queue")
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let part = excerpt.drop { $0 == "…" }.prefix { $0 != "…" }
      #expect(words.contains(part) || part.isEmpty, "seed \(seed)")
      #expect(excerpt.count <= 93, "seed \(seed)")
      #expect(excerpt.hasPrefix("…") || words.hasPrefix(part), "seed \(seed)")
      #expect(excerpt.hasSuffix("…") || words.hasSuffix(part), "seed \(seed)")
    }
  }

  private func excerpt(of text: String, for word: String) -> String {
    Excerpt.around([word], in: [text])
  }
}
