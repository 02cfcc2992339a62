import AfterwitCausality
import AfterwitDocument
import AfterwitReference
import Testing

@Suite("Reviews, case by case")
struct ReviewCaseTests {
  @Test("explore")
  func explore() throws {
    func show(_ name: String, _ first: String, _ body: (inout ReviewScene) throws -> Void) throws {
      var scene = ReviewScene()
      try scene.save(by: 9, after: [], first)
      try body(&scene)
      print("=== \(name)\n\(scene.reviews().story)\nNOW \(scene.history.text.debugDescription)")
    }
    try show("the same two neighbouring words corrected twice", "teh cta sat") {
      try $0.save(by: 1, after: [0], "the cat sat")
      try $0.save(by: 2, after: [0], "the cat sat")
    }
    try show("the same correction, and one more beside it", "a teh cat sat") {
      try $0.save(by: 1, after: [0], "a the dog sat")
      try $0.save(by: 2, after: [0], "a the cat sat")
    }
    try show("the same two words deleted twice", "one two three four") {
      try $0.save(by: 1, after: [0], "two four")
      try $0.save(by: 2, after: [0], "two four")
    }
    try show("answers in an emptied place", "a ( cat. dog. ) b") {
      try $0.save(by: 1, after: [0], "a ( . ) b")
      try $0.save(by: 2, after: [0], "a ( cat.) b")
      try $0.answer(by: 1, after: [1, 2], .leave)
      try $0.answer(by: 2, after: [1, 2], .own("cat"))
    }
    try show("answers in an emptied place 2", "a (cat dog) b") {
      try $0.record(by: 1, after: [0], [.delete(position: 3, count: 5)])
      try $0.record(by: 2, after: [0], [.delete(position: 5, count: 5)])
      try $0.answer(by: 1, after: [1, 2], .leave)
      try $0.record(
        by: 2, after: [1, 2], [.insert(position: 3, text: "."), .answer([$0.hunk(1), $0.hunk(2)])])
    }
    try show("three twins, two cleaned before the third comes", "a xx cat sat") {
      for device in 1...3 as ClosedRange<UInt8> {
        try $0.save(by: device, after: [0], "a new cat sat")
      }
      try $0.clean(by: 1, after: [1, 2])
    }
    try show("a correction undone, twins", "a teh cat sat") {
      try $0.save(by: 1, after: [0], "a the cat sat")
      try $0.save(by: 2, after: [0], "a the cat sat")
      try $0.save(by: 2, after: [2], "a t-he cat sat")
      try $0.clean(by: 1, after: [1, 3])
    }
    try show("three answers of own words alike, both cleaned", "a cat b") {
      try $0.save(by: 1, after: [0], "a dog b")
      try $0.save(by: 2, after: [0], "a fox b")
      try $0.answer(by: 1, after: [1, 2], .own("elk"))
      try $0.answer(by: 2, after: [1, 2], .own("elk"))
      try $0.clean(by: 1, after: [3, 4])
      try $0.save(by: 3, after: [1, 2], "a dogfoxes b")
    }
    try show("answer spilling outside the named hunks", "a cat sat b") {
      try $0.save(by: 1, after: [0], "a cats sat b")
      try $0.save(by: 2, after: [0], "a cat's sat b")
      try $0.answer(by: 1, after: [1, 2], .own("dogs"))
      try $0.answer(by: 2, after: [1, 2], .own("fox"))
    }
    try show("an answer beside an ordinary hunk of itself", "a cat sat on a mat") {
      try $0.save(by: 1, after: [0], "a dog sat on a mat")
      try $0.save(by: 2, after: [0], "a fox sat on a mat")
      try $0.save(
        by: 1, after: [1, 2], "a dog sits on a rug", answering: [$0.hunk(1), $0.hunk(2)])
      try $0.save(
        by: 2, after: [1, 2], "a dog sits on a rug", answering: [$0.hunk(1), $0.hunk(2)])
    }
    try show("one answers, the other edits elsewhere in the same line", "a cat sat on a mat") {
      try $0.save(by: 1, after: [0], "a dog sat on a mat")
      try $0.save(by: 2, after: [0], "a fox sat on a mat")
      try $0.answer(by: 1, after: [1, 2], .side(0))
      try $0.save(by: 2, after: [2], "a fox sat on a rug")
    }
    try show("paragraphs with an inner twin", "One.") {
      try $0.save(by: 1, after: [0], "One.\nTwo.")
      try $0.save(by: 2, after: [0], "One.\nTwo.")
    }
    try show("appended to nothing", "") {
      try $0.save(by: 1, after: [0], "One.\n")
      try $0.save(by: 2, after: [0], "Two.\n")
      try $0.save(by: 3, after: [0], "Three.")
    }
    try show("a paragraph within a paragraph deleted", "One.\nTwo.\nThree.") {
      try $0.save(by: 1, after: [0], "One.\nMid.\nTwo.\nThree.")
      try $0.save(by: 2, after: [0], "Three.")
    }
    try show("a deletion of lines ending where a paragraph goes in", "One.\nTwo.\nThree.") {
      try $0.save(by: 1, after: [0], "One.\nTwo.\nMid.\nThree.")
      try $0.save(by: 2, after: [0], "One.\nThree.")
    }
    try show("moved sentence", "One cat. Two dogs. Six.") {
      try $0.save(by: 1, after: [0], "Two dogs. One cat. Six.")
      try $0.save(by: 2, after: [0], "One fat cat. Two dogs. Six.")
    }
    try show("moved twice alike", "One cat. Two dogs. Six.") {
      try $0.save(by: 1, after: [0], "Two dogs. One cat. Six.")
      try $0.save(by: 2, after: [0], "Two dogs. One cat. Six.")
    }
  }
}
