import AfterwitMergePairs
import Testing

@Suite("The judge of merges")
struct MergeJudgeTests {
  /// Two machines that edited one text, where a person must be asked.
  private static func pair(
    _ base: String, _ mine: String, _ theirs: String, words: Set<String> = [],
    mixtures: [String] = []
  ) -> MergePair {
    MergePair(
      kind: "", language: "", number: 0, base: [base], mine: [mine], theirs: [theirs],
      verdict: .ask, words: words, mixtures: mixtures, isUnspaced: !words.isEmpty)
  }

  @Test(
    "A value or word that nobody wrote is found, and what somebody wrote is not",
    arguments: [
      ("at 14:30.", "at 15:30.", "at 14:00.", "at 15:00.", ["15:00"]),
      ("at 14:30.", "at 15:30.", "at 14:00.", "at 15:30 14:00.", []),
      ("was bad", "was tired", "was angry", "was tireangry", ["tireangry"]),
      ("was bad", "was tired", "was angry", "was (tired, “angry”)", []),
      ("is +5", "is −5", "is +7", "is −7", ["−7"]),
      ("was late—Then", "was late, Then", "was late again—Then", "was late again, Then", []),
      ("no. 12", "no. #12", "no. 13", "no. #13", ["#13"]),
    ])
  func invented(base: String, mine: String, theirs: String, stands: String, found: [String]) {
    let pair = Self.pair(base, mine, theirs)
    #expect(pair.invented(in: stands) == found)
    #expect(pair.findings(of: MergeOutcome(text: stands)).contains(.missed))
  }

  @Test("A date of two words that nobody wrote is found, though each of the words is somebody's")
  func mixtures() {
    let pair = Self.pair("on 12 March", "on 13 March", "on 12 May", mixtures: ["13 May"])
    #expect(pair.invented(in: "on 13 May") == ["13 May"])
    #expect(pair.invented(in: "on 13 March 12 May").isEmpty)
  }

  @Test("Without spaces a text is somebody's where it is made of words, and digits are not cut")
  func unspaced() {
    let words: Set = ["今日は", "面接", "面接官", "再面接", "95", "80"]
    let pair = Self.pair("今日は面接。", "今日は面接官。", "今日は再面接。", words: words)
    #expect(pair.invented(in: "今日は再面接面接官。").isEmpty)
    #expect(pair.invented(in: "今日は再面接官。") == ["今日は再面接官"])
    #expect(pair.invented(in: "今日は9580。") == ["今日は9580"])
  }

  @Test("Letters of two in one word are found, and words that are nowhere")
  func mixedAndLost() {
    let pair = Self.pair("I was bad.", "I was tired.", "I was angry.")
    let mixed = pair.findings(of: MergeOutcome(text: "I was tireangry."))
    #expect(mixed.isSuperset(of: [.missed, .interleaved, .lost, .inventedSilently]))
    var asked = MergeOutcome(text: "I was tired.")
    asked.isAsked = true
    asked.sides = ["I was tired.", "I was angry."]
    #expect(pair.findings(of: asked) == [.asked])
    asked.sides = []
    #expect(pair.findings(of: asked) == [.asked, .lost])
  }
}
