import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitText
import Testing

/// Edits of a text in which something stands that is not what its changes give.
@Suite("Edits where changes met")
struct ShownTextTests {
  private static let first = Effort.seed ?? 1
  private static let (dog, ben) = (hunk(1), hunk(2))

  /// The changes give “dogfox” and “fivenine”; a space stands between.
  private static let given = "The dogfox sat. It rained. Ben has fivenine cats."
  private static let shown = ShownText(
    given: given,
    standing: [
      StandingWords(place: 0..<15, words: "The dog fox sat.", hunks: dog, isOpen: true),
      StandingWords(place: 27..<49, words: "Ben has five nine cats.", hunks: ben, isOpen: false),
    ])

  private static func hunk(_ number: Int) -> [HunkID] {
    [HunkID(envelope: .zero, number: number)]
  }

  private func edits(to text: String, deciding answers: [[HunkID]] = []) -> [TextOperation] {
    var shown = Self.shown
    shown.answers = answers
    return TextDifference.operations(from: shown, to: text)
  }

  private func replaced(_ given: Range<Int>, by text: String) -> [TextOperation] {
    [
      .delete(position: given.lowerBound, count: given.count),
      .insert(position: given.lowerBound, text: text),
    ]
  }

  @Test("what stands is shown in its place, and the rest as the changes give it [AW-DOC-23]")
  func text() {
    #expect(Self.shown.text == "The dog fox sat. It rained. Ben has five nine cats.")
    #expect(Self.shown.places.map(\.shown) == [0..<16, 28..<51])
    #expect(Self.shown.places.map(\.given) == [0..<15, 27..<49])
    #expect(edits(to: Self.shown.text).isEmpty)
  }

  @Test("an edit beside a place counts in what the changes give and leaves the place alone")
  func beside() {
    #expect(
      edits(to: "The dog fox sat. It poured. Ben has five nine cats.")
        == replaced(19..<25, by: "poured"))
    #expect(
      edits(to: "Ah: The dog fox sat. It rained. Ben has five nine cats.")
        == [.insert(position: 0, text: "Ah: ")])
    #expect(
      edits(to: Self.shown.text + " Bye.") == [.insert(position: 49, text: " Bye.")])
    #expect(
      TextDifference.operations(appending: "\n\nBye.", to: Self.shown)
        == [.insert(position: 49, text: "\n\nBye.")])
  }

  @Test("an edit of a place writes all of it anew, open or not [AW-DOC-27]")
  func inside() {
    #expect(
      edits(to: "The dog and fox sat. It rained. Ben has five nine cats.")
        == replaced(0..<15, by: "The dog and fox sat."))
    #expect(
      edits(to: "The dog fox sat. It rained. Ben has nine cats.")
        == replaced(27..<49, by: "Ben has nine cats."))
    #expect(edits(to: " It rained. Ben has five nine cats.") == [.delete(position: 0, count: 15)])
    // Over its end, and over two of them.
    #expect(
      edits(to: "The dog fox slept; it rained. Ben has five nine cats.")
        == replaced(0..<18, by: "The dog fox slept; it"))
    #expect(
      edits(to: "The dog fox has five nine cats.")
        == replaced(0..<27, by: "The dog fox ") + replaced(12..<34, by: "has five nine cats."))
  }

  @Test("an answer writes the place anew, whatever is chosen [AW-DOC-30]")
  func answers() {
    var shown = Self.shown
    shown.answers = [Self.dog]
    for words in ["The dog sat.", "The dog fox sat.", "The dogfox sat.", ""] {
      let operations = TextDifference.operations(answering: shown, with: [Self.dog: words])
      let insertion = words.isEmpty ? [] : [TextOperation.insert(position: 0, text: words)]
      #expect(operations == [.answer(Self.dog), .delete(position: 0, count: 15)] + insertion)
    }
    // A whole text decides too; what it changes beside the place is of no answer and comes first.
    #expect(
      edits(to: "The fox sat. It poured. Ben has five nine cats.", deciding: [Self.dog])
        == replaced(19..<25, by: "poured") + [.answer(Self.dog)]
        + replaced(0..<15, by: "The fox sat."))
    #expect(
      edits(to: Self.shown.text, deciding: [Self.ben, Self.dog])
        == [.answer(Self.dog)] + replaced(0..<15, by: "The dog fox sat.") + [.answer(Self.ben)]
        + replaced(28..<50, by: "Ben has five nine cats."))
  }

  /// A text with places, and how it is put together.
  private struct Example {
    /// The scalars of which the changes give a place; they stand for it and nowhere else.
    var tokens: [[Unicode.Scalar]] = []
    var words: [String] = []
    var given = ""
    var standing: [StandingWords] = []

    init(using random: inout SeededGenerator) {
      for number in 0..<Int.random(in: 1...3, using: &random) {
        given += ShownTextTests.words(using: &random) + " "
        let start = given.unicodeScalars.count
        let token = (0..<Int.random(in: 1...3, using: &random)).compactMap {
          Unicode.Scalar(0xE000 + UInt32(8 * number + $0))
        }
        given.unicodeScalars.append(contentsOf: token)
        tokens.append(token)
        words.append(ShownTextTests.words(using: &random))
        standing.append(
          StandingWords(
            place: start..<start + token.count, words: words[number],
            hunks: ShownTextTests.hunk(number), isOpen: Bool.random(using: &random)))
        given += " "
      }
      given += ShownTextTests.words(using: &random)
    }

    /// What is shown of a later version, or `nil` where it has a part of a place.
    func shown(of text: String) -> String? {
      var scalars = Array(text.unicodeScalars)
      for (token, words) in zip(tokens, words) {
        guard let start = scalars.firstIndex(where: token.contains) else { continue }
        guard scalars[start...].starts(with: token) else { return nil }
        scalars.replaceSubrange(start..<start + token.count, with: words.unicodeScalars)
      }
      guard !scalars.contains(where: { (0xE000..<0xE100).contains($0.value) }) else { return nil }
      return String(String.UnicodeScalarView(scalars))
    }
  }

  private static func words(using random: inout SeededGenerator) -> String {
    let words = ["sea", "a", "cat's", "10:30", "漢", "か", ".", ",", "\n", "e\u{301}", "👍🏽"]
    return (0..<Int.random(in: 0...6, using: &random)).map { _ in
      words.randomElement(using: &random) ?? "sea"
    }.joined(separator: Bool.random(using: &random) ? " " : "")
  }

  @Test("after an edit exactly the new text is shown, and no place is left in halves [AW-DOC-27]")
  func randomEdits() throws {
    for seed in Self.first..<Self.first + 2000 {
      var random = SeededGenerator(seed: seed)
      let example = Example(using: &random)
      var shown = ShownText(given: example.given, standing: example.standing)
      shown.answers = example.standing.map(\.hunks).filter { _ in
        Int.random(in: 0..<4, using: &random) == 0
      }
      var characters = Array(shown.text)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let start = Int.random(in: 0...characters.count, using: &random)
        let end = Int.random(in: start...min(characters.count, start + 9), using: &random)
        characters.replaceSubrange(start..<end, with: Self.words(using: &random))
      }
      let new = String(characters)
      let operations = TextDifference.operations(from: shown, to: new)
      let result = try TextHistory.apply(operations, to: example.given)
      let command: Comment = "AFTERWIT_SEED=\(seed) swift test --filter ShownTextTests"
      #expect(example.shown(of: result).map { Array($0.utf8) } == Array(new.utf8), command)
      // What is decided stands in no place any more.
      for (token, standing) in zip(example.tokens, example.standing)
      where shown.answers.contains(standing.hunks) {
        #expect(!result.unicodeScalars.contains(where: token.contains), command)
        #expect(operations.contains(.answer(standing.hunks)), command)
      }
    }
  }
}
