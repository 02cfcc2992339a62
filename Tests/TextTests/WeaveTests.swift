import Testing

@testable import AfterwitText

// Small cases of a weave that another account of it told otherwise.
@Suite("Weave")
struct WeaveTests {
  private struct Woven: Equatable {
    var text: String
    var isOpen: Bool
  }

  private func woven(_ base: String, _ sides: String...) -> Woven {
    let weave = Weave(
      sides.map { Weave.Side(words: Array($0.unicodeScalars), isAnswer: false) },
      over: Array(base.unicodeScalars), beside: TextWindow.Beside(), following: [])
    return Woven(text: String(String.UnicodeScalarView(weave.text)), isOpen: weave.isOpen)
  }

  @Test("clusters grow in rounds, and none is united by what it was in between [AW-DOC-46]")
  func rounds() {
    #expect(
      woven("ย.\n2..c", "ย年2..n", "tยบ2..,") == Woven(text: "ย年 tยบ2..n 2..,", isOpen: true))
    #expect(
      woven("”\u{e31}บ%.", " \u{e31}บ.", "”บ2..t", "บ.")
        == Woven(text: " \u{e31}บ ”บ2 บ..t", isOpen: true))
  }

  @Test("what was carried elsewhere meets others as what became of it")
  func carried() {
    #expect(woven("我喜欢? ไทย、", "ไทย、我喜欢? ", "ไย") == Woven(text: "ไย我喜欢? ", isOpen: true))
  }

  @Test("what is put in inside a sentence that a side writes anew is asked about with it")
  func insideRewritten() {
    #expect(woven("”oรบ", "”！oรบ", "”。o、") == Woven(text: "”！oรบ ”。o、", isOpen: true))
  }

  @Test("lines wrapped anew stay so beside a word that another wrote anew")
  func wrapped() {
    #expect(
      woven("when Grace\ncalled me.", "when Emma\ncalled me.", "when Grace called\nme.")
        == Woven(text: "when Emma called\nme.", isOpen: false))
  }

  @Test("a line break before a word stands before what is put against the word, whoever is first")
  func split() {
    let both = Woven(text: "很高兴。\n\n最后我走。", isOpen: false)
    #expect(woven("很高兴。后来我走。", "很高兴。最后我走。", "很高兴。\n\n后来我走。") == both)
    #expect(woven("很高兴。后来我走。", "很高兴。\n\n后来我走。", "很高兴。最后我走。") == both)
  }

  @Test("a line that is put in twice keeps what stands before each")
  func linesTwice() {
    #expect(
      woven("A.", "A.\nB\nC\nB\n\nD", "A.\nB\nC")
        == Woven(text: "A.\nB\nC\nB\n\nD", isOpen: false))
  }
}
