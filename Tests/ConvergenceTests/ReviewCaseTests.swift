import AfterwitCausality
import AfterwitDocument
import AfterwitReference
import AfterwitText
import Testing

@Suite("Reviews, case by case")
struct ReviewCaseTests {
  /// What a person is asked: the words of the base, of the sides, and those that stand.
  private struct Question: Equatable {
    var base: String
    var sides: [String]
    var now: String
  }

  private func questions(_ scene: ReviewScene) -> [Question] {
    scene.reviews().parts.filter { $0.isOpen }.map {
      Question(base: $0.baseWords, sides: $0.shownWords, now: $0.words)
    }
  }

  /// What is asked where one text was saved over by several devices at once.
  private func questions(_ base: String, _ saves: String...) throws -> [Question] {
    var scene = ReviewScene()
    try scene.save(by: 9, after: [], base)
    for (place, text) in saves.enumerated() {
      try scene.save(by: UInt8(place + 1), after: [0], text)
    }
    return questions(scene)
  }

  /// The word `cat` made `dog` and `fox` at once, both merged.
  private func merged(_ body: (inout ReviewScene) throws -> Void) throws -> ReviewScene {
    var scene = ReviewScene()
    try scene.save(by: 9, after: [], "a cat b")
    try scene.save(by: 1, after: [0], "a dog b")
    try scene.save(by: 2, after: [0], "a fox b")
    try body(&scene)
    return scene
  }

  @Test("one word changed in two ways is asked about, and so are neighbours")
  func words() throws {
    let asked = try questions("a cat b", "a dog b", "a fox b")
    #expect(
      asked == [Question(base: "a cat b", sides: ["a dog b", "a fox b"], now: "a dog fox b")])
    let neighbours = try questions("one two three", "uno two three", "one dos three")
    #expect(
      neighbours == [
        Question(
          base: "one two three", sides: ["uno two three", "one dos three"],
          now: "uno two one dos three")
      ])
    let edge = try questions("a cat sat", "a sat", "a cat he sat")
    #expect(
      edge == [
        Question(base: "a cat sat", sides: ["a sat", "a cat he sat"], now: "a cat he sat")
      ])
    #expect(try questions("one two three", "uno two three", "one two tres").isEmpty)
    #expect(try questions("One cat\nTwo dogs", "One fox\nTwo dogs", "One cat\nSix dogs").isEmpty)
    #expect(try questions("One cat. Two dogs.", "One fox. Two dogs.", "One cat. Six dogs.").isEmpty)
  }

  @Test("words written without spaces reach three scalars far")
  func unspacedWords() throws {
    let asked = try questions("我喜欢红茶和咖啡", "你喜欢红茶和咖啡", "我喜欢红果和咖啡")
    #expect(asked.map(\.sides) == [["你喜欢红茶和咖啡", "我喜欢红果和咖啡"]])
    #expect(try questions("我喜欢红茶和咖啡", "你喜欢红茶和咖啡", "我喜欢红茶与咖啡").isEmpty)
  }

  @Test("deletions are asked about only where they cross or something was changed inside")
  func deletions() throws {
    #expect(try questions("a big cat sat", "a sat", "a big sat").isEmpty)
    #expect(try questions("one two three four", "two four", "two four").isEmpty)
    let inside = try questions("A. The cat sat. B.", "A. B.", "A. The dog sat. B.")
    #expect(inside.count == 1 && inside[0].sides.count == 2)
    #expect(inside.first?.now == "The dog sat. ")
  }

  @Test("what was corrected alike is asked about nowhere, copies taken out or not [AW-DOC-26]")
  func twins() throws {
    #expect(try questions("teh cta sat", "the cat sat", "the cat sat").isEmpty)
    #expect(try questions("a teh big cat sat", "a the big dog sat", "a the big cat sat").isEmpty)
    var scene = ReviewScene()
    try scene.save(by: 9, after: [], "a xx cat sat")
    for device in 1...3 as ClosedRange<UInt8> {
      try scene.save(by: device, after: [0], "a new cat sat")
    }
    #expect(scene.history.text == "a newnewnew cat sat")
    try scene.clean(by: 1, after: [1, 2])
    try scene.clean(by: 2, after: [2, 3])
    try scene.clean(by: 3, after: [1, 3])
    #expect(scene.history.text == "a new cat sat" && questions(scene).isEmpty)
  }

  @Test("whole paragraphs are asked about only beside words of their own line")
  func paragraphs() throws {
    #expect(try questions("One.", "One.\nTwo.", "One.\nSix.").isEmpty)
    #expect(try questions("One cat", "One cat\nTwo", "One dog").isEmpty)
    #expect(try questions("One\nTwo", "One\nMid\nTwo", "One\nTwice").isEmpty)
    #expect(try questions("One\nTwo", "One\nMid\nTwo", "One\nSix").isEmpty, "one gap")
    var goesOn = ReviewScene()
    try goesOn.save(by: 9, after: [], "One cat")
    try goesOn.save(by: 1, after: [0], "One cat\nTwo")
    try goesOn.save(by: 2, after: [0], "One cat sat")
    #expect(questions(goesOn).isEmpty && goesOn.reviews().shownText == "One cat sat\nTwo")
    let inside = try questions("One.\nTwo.\nSix.", "One.\nMid.\nTwo.\nSix.", "Six.")
    #expect(inside.count == 1)
  }

  @Test("a paragraph is asked about where the line feed that it leans on is taken away")
  func supports() throws {
    // A space in its place keeps them apart as well.
    #expect(try questions("One.\nTwo.", "One.\nMid.\nTwo.", "One. Two.").isEmpty)
    var scene = ReviewScene()
    try scene.save(by: 9, after: [], "One.\nTwo.")
    try scene.record(by: 1, after: [0], [.insert(position: 4, text: "\nMid.")])
    try scene.save(by: 2, after: [0], "One.Two.")
    #expect(questions(scene).count == 1)
    // Nothing runs into it where the line goes with its line feed.
    #expect(try questions("One.\nTwo.\nSix.", "One.\nTwo.\nMid.\nSix.", "One.\nSix.").isEmpty)
    var own = ReviewScene()
    try own.save(by: 9, after: [], "One.\nTwo.")
    try own.record(by: 1, after: [0], [.insert(position: 5, text: "\nMid.\n")])
    try own.save(by: 2, after: [0], "One.Two.")
    // Two words that one joined, and what another put between them.
    #expect(questions(own).map(\.sides) == [["One.\n\nMid.\nTwo.", "One.Two."]])
  }

  @Test(
    "what was taken back weighs nothing: a word changed and changed back beside another's change")
  func changedBack() throws {
    var scene = ReviewScene()
    try scene.save(by: 9, after: [], "a cat b")
    try scene.save(by: 1, after: [0], "a dog b")
    try scene.save(by: 1, after: [1], "a cat b")
    try scene.save(by: 2, after: [0], "a fox b")
    #expect(questions(scene).isEmpty && scene.reviews().shownText == "a fox b")
  }

  @Test("an answer ends what it names, and an ordinary edit ends nothing")
  func answers() throws {
    let answered = try merged { try $0.answer(by: 1, after: [1, 2], .side(0)) }
    #expect(answered.history.text == "a dog b" && answered.reviews().parts.isEmpty)
    let left = try merged { try $0.answer(by: 1, after: [1, 2], .leave) }
    #expect(left.history.text == "a dog fox b" && left.reviews().parts.isEmpty)
    let edited = try merged { try $0.save(by: 1, after: [1, 2], "a elk b") }
    #expect(
      questions(edited) == [
        Question(base: "a cat b", sides: ["a dog b", "a fox b"], now: "a elk b")
      ])
    let half = try merged {
      try $0.save(by: 1, after: [1, 2], "a dog b", answering: [$0.hunk(1)])
    }
    #expect(half.reviews().settled.isEmpty && questions(half).count == 1)
  }

  @Test("answers that differ are asked about again, those alike are not, and the same is one side")
  func differingAnswers() throws {
    let alike = try merged {
      try $0.answer(by: 1, after: [1, 2], .side(0))
      try $0.answer(by: 2, after: [1, 2], .side(0))
    }
    #expect(alike.reviews().parts.isEmpty && alike.reviews().twins.count == 1)
    let three = try merged {
      try $0.answer(by: 1, after: [1, 2], .side(0))
      try $0.answer(by: 2, after: [1, 2], .side(0))
      try $0.answer(by: 3, after: [1, 2], .side(1))
    }
    #expect(
      questions(three) == [
        Question(base: "a cat b", sides: ["a dog b", "a fox b"], now: "a dog b a fox b")
      ])
    let against = try merged {
      try $0.answer(by: 1, after: [1, 2], .leave)
      try $0.answer(by: 2, after: [1, 2], .side(1))
    }
    #expect(
      questions(against) == [
        Question(
          base: "a cat b", sides: ["a dog fox b", "a fox b"], now: "a dog fox b a fox b")
      ])
    let paragraphs = try merged {
      try $0.answer(by: 1, after: [1, 2], .own("dogfox\nx"))
      try $0.answer(by: 2, after: [1, 2], .own("dogfox\ny"))
    }
    #expect(questions(paragraphs).count == 1)
  }

  @Test("an edit that an answer had not seen is asked about with it")
  func unseenEdits() throws {
    let edited = try merged {
      try $0.answer(by: 1, after: [1, 2], .leave)
      try $0.save(by: 2, after: [1, 2], "a dogelk b")
    }
    #expect(
      questions(edited) == [
        Question(
          base: "a cat b", sides: ["a dog fox b", "a dogelk b"], now: "a dog fox b a dogelk b")
      ])
    let older = try merged {
      try $0.answer(by: 1, after: [1, 2], .side(0))
      try $0.save(by: 3, after: [0], "a elk b")
    }
    #expect(questions(older).map(\.sides) == [["a dog b", "a elk b"]])
  }

  @Test("two answers about an emptied place are asked about")
  func emptiedPlace() throws {
    var scene = ReviewScene()
    try scene.save(by: 9, after: [], "a (cat dog) b")
    try scene.record(by: 1, after: [0], [.delete(position: 3, count: 5)])
    try scene.record(by: 2, after: [0], [.delete(position: 5, count: 5)])
    #expect(questions(scene).count == 1)
    try scene.answer(by: 1, after: [1, 2], .leave)
    try scene.answer(by: 2, after: [1, 2], .own("elk"))
    #expect(
      questions(scene) == [
        Question(base: "a (cat dog) b", sides: ["a (og ca) b", "elk"], now: "a (og ca) b elk")
      ])
  }
}
