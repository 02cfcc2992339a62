import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitText
import Foundation
import Testing

@Suite("Text difference")
struct TextDifferenceTests {
  private static let first = Effort.seed ?? 1

  @Test("the operations turn the old text into the new one, byte for byte, between clusters")
  func randomTexts() throws {
    for seed in Self.first..<Self.first + 1500 {
      var random = SeededGenerator(seed: seed)
      let old = text(using: &random)
      let new = Bool.random(using: &random) ? text(using: &random) : edited(old, using: &random)
      let operations = TextDifference.operations(from: old, to: new)
      let result = try TextHistory.apply(operations, to: old)
      let command: Comment = "AFTERWIT_SEED=\(seed) swift test --filter TextDifferenceTests"
      #expect(Array(result.utf8) == Array(new.utf8), command)
      #expect(edges(of: operations).isSubset(of: boundaries(in: old)), command)
      #expect(operations.isEmpty == (Array(old.utf8) == Array(new.utf8)), command)
    }
  }

  @Test("a changed word in a text of two thousand is the only thing touched")
  func oneWord() {
    let words = (0..<2000).map { "word\($0)" }
    for place in [0, 777, 1999] {
      var changed = words
      changed[place] = "sea"
      let separator = place == 777 ? "\n" : " "
      let before = words[..<place].map { $0.count + 1 }.reduce(0, +)
      #expect(
        TextDifference.operations(
          from: words.joined(separator: separator), to: changed.joined(separator: separator))
          == [
            .delete(position: before, count: words[place].count),
            .insert(position: before, text: "sea"),
          ])
    }
  }

  @Test("changes far apart stay apart, in one paragraph and in many")
  func farApart() {
    for separator in [" ", "\n", "\r\n"] {
      let words = (0..<3000).map { "word\($0)" }
      var changed = words
      changed[1] = "x"
      changed[2998] = "y"
      changed.insert("new", at: 1500)
      let operations = TextDifference.operations(
        from: words.joined(separator: separator), to: changed.joined(separator: separator))
      #expect(operations.count == 5)
      let touched = operations.map { operation in
        switch operation {
        case .insert(_, let text): text.unicodeScalars.count
        case .delete(_, let count): count
        case .answer, .same: 0
        }
      }
      #expect(touched.reduce(0, +) < 30)
    }
  }

  @Test(
    "a word, a number, a time or an address is replaced as a whole [AW-DOC-29]",
    arguments: [
      ("two cat sat", "two cats sat", 4..<7, "cats"),
      ("my behaviour.", "my behavior.", 3..<12, "behavior"),
      ("at 10:30, then", "at 10:45, then", 3..<8, "10:45"),
      ("paid 1,200.50 twice", "paid 1,300.50 twice", 5..<13, "1,300.50"),
      ("see https://a.example/b now", "see https://a.example/c now", 4..<23, "https://a.example/c"),
      ("今日は雨です", "今日は雪です", 3..<4, "雪"),
    ])
  func wholeUnits(old: String, new: String, replaced: Range<Int>, by text: String) {
    #expect(
      TextDifference.operations(from: old, to: new) == [
        .delete(position: replaced.lowerBound, count: replaced.count),
        .insert(position: replaced.lowerBound, text: text),
      ])
  }

  @Test("what is put between units touches none of them [AW-DOC-29]")
  func betweenUnits() {
    #expect(
      TextDifference.operations(from: "two cat sat", to: "two, cat sat!")
        == [.insert(position: 3, text: ","), .insert(position: 12, text: "!")])
    #expect(
      TextDifference.operations(from: "two cat sat", to: "two big cat sat")
        == [.insert(position: 4, text: "big ")])
  }

  @Test("what is taken out beside its like begins and ends between units [AW-DOC-29]")
  func movedDeletions() {
    for (old, new) in [
      ("x a a-b y", "x a-b y"), ("x 5 50% y", "x 50% y"), ("x b-a a y", "x b-a y"),
    ] {
      let position = old == "x b-a a y" ? 6 : 2
      #expect(
        TextDifference.operations(from: old, to: new)
          == [.delete(position: position, count: 2)], "\(old)")
    }
  }

  @Test("what hardly anything is kept of is one edit [AW-DOC-29]")
  func rewritten() {
    // Between two changes stands no word, or one that is shorter than either.
    #expect(
      TextDifference.operations(from: "I walked home. So long.", to: "We drove away. So long.") == [
        .delete(position: 0, count: 13), .insert(position: 0, text: "We drove away"),
      ])
    #expect(
      TextDifference.operations(from: "I met two lawyers.", to: "I fired my architects.") == [
        .delete(position: 2, count: 15), .insert(position: 2, text: "fired my architects"),
      ])
    // The end of a sentence parts what is longer.
    #expect(
      TextDifference.operations(
        from: "It rained cats. It was long.", to: "It poured dogs. He was long."
      ).count == 4)
    // Of the line less than a third is left.
    #expect(
      TextDifference.operations(
        from: "Monday came. So did Ben.", to: "Nobody knew. So all of us waited for Zoe."
      ).count == 2)
  }

  @Test("forms that are canonically equivalent differ")
  func canonicalEquivalence() {
    #expect(
      TextDifference.operations(from: "caf\u{e9}", to: "cafe\u{301}")
        == [.delete(position: 0, count: 4), .insert(position: 0, text: "cafe\u{301}")])
  }

  @Test("a mark that joins a letter replaces the word")
  func joiningMark() {
    #expect(
      TextDifference.operations(from: "cafe!", to: "cafe\u{301}!")
        == [.delete(position: 0, count: 4), .insert(position: 0, text: "cafe\u{301}")])
    #expect(
      TextDifference.operations(from: "👩🚀", to: "👩\u{200d}🚀")
        == [.delete(position: 0, count: 2), .insert(position: 0, text: "👩\u{200d}🚀")])
  }

  @Test("each ideograph is a word of its own")
  func ideographs() {
    #expect(
      TextDifference.operations(from: "今日は雨です", to: "明日は雪です").count == 4)
  }

  @Test("texts with nothing in common are replaced whole, and soon")
  func nothingInCommon() throws {
    let old = (0..<5000).map { "a\($0)" }.joined(separator: "\n")
    let new = (0..<5000).map { "b\($0)" }.joined(separator: "\t")
    let operations = TextDifference.operations(from: old, to: new)
    #expect(operations.count <= 2)
    #expect(try Array(TextHistory.apply(operations, to: old).utf8) == Array(new.utf8))
  }

  private func text(using random: inout SeededGenerator) -> String {
    let pieces = [
      "a", "be", "sea", " ", " ", "\n", "\r\n", "\r", "\u{301}", "é", "e\u{301}", "'", "漢", "か",
      "👍", "🏽", "\u{200d}", "🇩", "🇪", "ก", "-", "7", "\u{2028}", "ᄀ", "ᅡ",
    ]
    let count = Int.random(in: 0...24, using: &random)
    var view = String.UnicodeScalarView()
    for _ in 0..<count {
      view.append(contentsOf: (pieces.randomElement(using: &random) ?? "?").unicodeScalars)
    }
    return String(view)
  }

  private func edited(_ old: String, using random: inout SeededGenerator) -> String {
    var scalars = Array(old.unicodeScalars)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let start = Int.random(in: 0...scalars.count, using: &random)
      let end = Int.random(in: start...min(scalars.count, start + 4), using: &random)
      let length = Int.random(in: 0...5, using: &random)
      let inserted = Array(text(using: &random).unicodeScalars).prefix(length)
      scalars.replaceSubrange(start..<end, with: inserted)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Where operations begin and end in the old text, in scalars.
  private func edges(of operations: [TextOperation]) -> Set<Int> {
    var edges: Set<Int> = []
    var inserted = 0
    for operation in operations {
      switch operation {
      case .insert(let position, let text):
        edges.insert(position - inserted)
        inserted += text.unicodeScalars.count
      case .delete(let position, let count):
        edges.formUnion([position - inserted, position - inserted + count])
        inserted -= count
      case .answer, .same: break
      }
    }
    return edges
  }

  private func boundaries(in text: String) -> Set<Int> {
    var place = 0
    return text.reduce(into: [0]) { found, character in
      place += character.unicodeScalars.count
      found.insert(place)
    }
  }
}
