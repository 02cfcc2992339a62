import AfterwitTestRandomness
import Testing

@testable import AfterwitJournal

@Suite("A text that is looked through")
struct FoldedTextTests {
  /// A text, what a person looks for, and where it is found: the rest of the text from there.
  static let found: [(text: String, sought: String, rest: String)] = [
    ("Write C++ daily", "c++", "C++ daily"), ("C and C++", "C++", "C++"),
    ("on .NET, again", ".net", ".NET, again"), ("an a/b test", "a/b", "a/b test"),
    ("no#tag", "#tag", "#tag"), ("Résumé", "resume", "Résumé"),
    ("re\u{301}sume", "ré", "re\u{301}sume"),
    ("Straße", "STRASSE", "Straße"), ("İstanbul", "istanbul", "İstanbul"),
    ("ΣΟΦΟΣ", "σοφός", "ΣΟΦΟΣ"),
    ("\u{3b1}\u{301}λλα", "ΑΛΛΑ", "άλλα"), ("ᾳ", "α", "ᾳ"), ("Ёж", "еж", "Ёж"),
    ("и\u{306}од", "Йод", "йод"),
    ("\u{1112}\u{1161}\u{11ab}국", "한", "한국"), ("か\u{3099}", "が", "が"), ("用C言語", "c言", "C言語"),
    ("言語", "語", "語"), ("שָׁלוֹם", "שלום", "שָׁלוֹם"), ("مُحَمَّد", "محمد", "مُحَمَّد"), ("हिन्दी", "हिन्", "हिन्दी"),
    ("done 🎉!", "🎉", "🎉!"), ("👍🏽 ok", "👍", "👍🏽 ok"), ("I ❤ it", "❤️", "❤ it"), ("wait…", "…", "…"),
    ("don’t", "don't", "don’t"), ("“so”", "\"so", "“so”"),
    ("well–known", "well-known", "well–known"),
    ("co\u{ad}operate", "cooperate", "co\u{ad}operate"), ("x ≠ y", "≠", "≠ y"),
  ]

  /// A text and what is not found in it, though parts of it are.
  static let missed: [(text: String, sought: String)] = [
    ("a car", "C++"), ("C + +", "C++"), ("C++", "C#"), ("the internet", ".NET"), ("a b", "a/b"),
    ("onsite", "#onsite"), ("seen", "en"), ("3D", "D"), ("abc言語", "c言語"), ("言\n語", "言語"),
    ("🇩🇪🇷🇺", "🇪🇷"), ("👩‍👩‍👧", "👧"), ("한국", "하"), ("か", "が"), ("x = y", "≠"), ("", "a"),
  ]

  @Test("shows what a person takes for the same, wherever a word may begin", arguments: found)
  func finds(text: String, sought: String, rest: String) throws {
    let place = try #require(Self.place(of: sought, in: text))
    #expect(String(text.utf8.dropFirst(place)) == rest)
  }

  @Test("does not show what differs in a sign, or begins within a word", arguments: missed)
  func misses(text: String, sought: String) {
    #expect(Self.place(of: sought, in: text) == nil)
  }

  @Test("has words that ascend, each with the offset of a character, for a thousand texts")
  func random() throws {
    let parts = [
      "a", "B", "9", "+", "#", " ", "\n", "\r\n", "e\u{301}", "é", "\u{301}", "\u{1112}\u{1161}",
      "漢",
      "🇩🇪", "👩‍👩‍👧", "ß", "\u{0}", "\u{200b}", "’",
    ]
    for seed in 0..<1000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }.joined()
      let folded = FoldedText(text)
      var end = 0
      for word in folded.words {
        #expect(word.range.lowerBound >= end && !word.range.isEmpty, "seed \(seed)")
        end = word.range.upperBound
        let index = text.utf8.index(text.startIndex, offsetBy: word.source.lowerBound)
        #expect(text.indices.contains(index) || text[index] == "\n", "seed \(seed)")
        let shown = text.utf8.dropFirst(word.source.lowerBound).prefix(word.source.count)
        let sought = try #require(
          SearchPhrase(beginningWith: String(decoding: shown, as: UTF8.self)))
        let place = try #require(folded.firstPlace(of: sought), "seed \(seed)")
        #expect(place.lowerBound <= word.source.lowerBound, "seed \(seed)")
      }
      #expect(folded.indexed.split(separator: " ").count == folded.words.count, "seed \(seed)")
    }
  }

  private static func place(of sought: String, in text: String) -> Int? {
    SearchPhrase(sought).flatMap { FoldedText(text).firstPlace(of: $0)?.lowerBound }
  }
}
