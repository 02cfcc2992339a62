import AfterwitCausality
import AfterwitReference
import AfterwitText
import Testing

// Where an edit is told, and with which others it is one, decides whether anybody is asked, and that
// no answer makes words of two people. The cases are judged by the definition, which others compare
// with the engine.
@Suite("Words told apart, and the white space beside them")
struct ToldWordsTests {
  /// What two devices make of a text that both save over at once, step by step.
  private func merged(_ base: String, _ saves: [String]...) throws -> ReviewScene {
    var scene = ReviewScene()
    try scene.save(by: 9, after: [], base)
    for (place, texts) in saves.enumerated() {
      var version = [0]
      for text in texts {
        version = [try scene.save(by: UInt8(place + 1), after: version, text)]
      }
    }
    let heads = scene.history.graph.frontier
    #expect(try scene.shown(at: heads).text == scene.reviews().shownText)
    return scene
  }

  @Test("what both mended alike is asked about nowhere, though one changed its neighbour too")
  func mendedAlike() throws {
    let base = "I saw teh cat here. Then I left."
    for changed in ["the dog", "the dogs"] {
      let texts = ["the cat", changed].map { base.replacing("teh cat", with: $0) }
      let reviews = try merged(base, [texts[0]], [texts[1]]).reviews()
      #expect(reviews.parts.allSatisfy { !$0.isOpen }, "\(changed)")
      #expect(reviews.shownText == texts[1])
    }
    let both = try merged(
      base, [base.replacing("teh cat", with: "the fox")],
      [base.replacing("teh cat", with: "the dog")]
    ).reviews()
    #expect(both.parts.count { $0.isOpen } == 1)
    #expect(both.shownText == "I saw the fox dog here. Then I left.")
  }

  @Test("an answer brings back the line feed that the other side took out beside it")
  func lineFeeds() throws {
    let base = "Come at 14:30.\nThen we ate."
    var scene = try merged(
      base,
      [
        "Come at 14:30. \nThen we ate.", "Come at 14:30. Then we ate.",
        "Come at 15:30. Then we ate.",
      ],
      ["Come at 14:00.\nThen we ate."])
    let part = try #require(scene.reviews().parts.first { $0.isOpen })
    #expect(part.shownWords == ["Come at 15:30. ", "Come at 14:00.\n"])
    let heads = scene.history.graph.frontier
    try scene.answer(by: 1, after: heads, .side(1), about: part)
    #expect(scene.reviews().shownText == "Come at 14:00.\nThen we ate.")
  }

  @Test("a paragraph that one took out is no part of a question about the sentence before it")
  func paragraphs() throws {
    let scene = try merged(
      "Come at 14:30.\nThen we ate.", ["Come at 14:30.", "Come at 15:30."],
      ["Come at 14:00.\nThen we ate."])
    let part = try #require(scene.reviews().parts.first { $0.isOpen })
    #expect(part.baseWords == "Come at 14:30.")
  }

  @Test("in scripts without spaces a phrase is told from its begin")
  func phrases() {
    let thai = ("ฉันไป กับแม่ กับพ่อ.", "ฉันไป กับพ่อ.", "กับแม่ ")
    let japanese = ("朝、昼に寝て、昼も起きた。", "朝、昼も起きた。", "昼に寝て、")
    for (old, new, out) in [thai, japanese] {
      let gone = TextComparison(from: old, to: new).runs.compactMap { run -> String? in
        if case .changed(let old, _) = run { old } else { nil }
      }
      #expect(gone == [out])
    }
  }

  @Test("a line put in is told whole, though the next one begins with the sign that it ends in")
  func lines() {
    let runs = TextComparison(from: "字) 我喜 b", to: "漢字\n字) 我喜 c").runs
    #expect(
      runs == [
        .changed(old: "", new: "漢"), .same("字"), .changed(old: "", new: "\n字"),
        .same(") 我喜 "), .changed(old: "b", new: "c"),
      ])
  }
}
