import AfterwitTestRandomness
import Testing

@testable import AfterwitJournal

@Suite("Phrases that are looked for")
struct SearchPhraseTests {
  static let cases: [(String, String, Bool)] = [
    ("system design", "Distributed systems, system  design.", true),
    ("system design", "system\ndesign", true), ("system design", "A system of design", false),
    ("system design", "system designs", false), ("system design", "systems design", false),
    ("queue ", "queues", false), (" queue", "a queue.", true), ("queue", "queues", true),
    ("C++ code", "c++  code", true), ("C++ code", "C + + code", false),
    ("C++ code", "c++code", false), ("设 计", "设 计", true), ("设 计", "设计", false),
    ("设计", "系统设计题", true),
  ]

  @Test("A word may go on, and a phrase is these very words in this order", arguments: cases)
  func found(typed: String, text: String, isFound: Bool) throws {
    let phrase = try #require(SearchPhrase(typed))
    #expect(phrase.isFound(in: [text]) == isFound)
  }

  @Test("What is only the beginning may be said of a phrase too")
  func beginnings() throws {
    let phrase = try #require(SearchPhrase(beginningWith: "system des"))
    #expect(phrase.isFound(in: ["They asked for system designs."]))
    #expect(!phrase.isFound(in: ["They asked for systems and designs."]))
    #expect(SearchPhrase(" \u{200d}") == nil)
  }

  @Test("Every run of words of a text is found in it, for a thousand texts")
  func runs() throws {
    let parts = [
      "queue", "queues", "C++", "e\u{301}", "漢", "字", " ", "  ", "\n", ",", "don’t", "9",
    ]
    for seed in 0..<1000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let text = (0..<20).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      let words = text.split(whereSeparator: \.isWhitespace)
      guard !words.isEmpty else { continue }
      let first = Int.random(in: 0..<words.count, using: &random)
      let last = Int.random(in: first..<words.count, using: &random)
      let typed = words[first...last].joined(separator: " ") + " "
      guard let phrase = SearchPhrase(typed) else { continue }
      #expect(phrase.isFound(in: [text]), "seed \(seed): \(typed)")
    }
  }
}
