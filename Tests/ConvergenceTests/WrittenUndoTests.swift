import AfterwitCausality
import AfterwitDocument
import AfterwitReference
import AfterwitText
import Testing

@Suite("What is taken back where somebody wrote into it")
struct WrittenUndoTests {
  @Test("a place that was written over stays, and the other one is taken back [AW-DOC-52]")
  func places() throws {
    var scene = try replaced()
    try scene.save(by: 2, after: [1], "I was glad. I ran.")
    try scene.undo(by: 1, after: [2], [1])
    try expect(scene, "I was glad. I left.")
    try scene.undo(by: 2, after: [3], [2])
    try expect(scene, "I was calm. I left.")
    try scene.undo(by: 2, after: [4], [4])
    try expect(scene, "I was glad. I left.")
  }

  @Test("a word inside a sentence keeps the sentence, and one beside it does not [AW-DOC-52]")
  func inside() throws {
    for (saved, left) in [
      ("It is cold. I went to the new house", "It is cold. I went to the new house"),
      ("It is cold. I went to the house alone", "It is cold. alone"),
      ("It is cold. I went", "It is cold."),
      ("It is cold.\nI went to the house", "It is cold.\nI went to the house"),
    ] {
      var scene = ReviewScene()
      try scene.save(by: 9, after: [], "It is cold.")
      try scene.save(by: 1, after: [0], "It is cold. I went to the house")
      try scene.save(by: 2, after: [1], saved)
      try scene.undo(by: 1, after: [2], [1])
      try expect(scene, left)
    }
  }

  @Test("whole lines between others stay without these [AW-DOC-52]")
  func lines() throws {
    var scene = ReviewScene()
    try scene.save(by: 1, after: [], "one\ntwo\n")
    try scene.save(by: 2, after: [0], "one\nand\ntwo\n")
    try scene.undo(by: 1, after: [1], [0])
    try expect(scene, "and\n")
  }

  @Test("who wrote into it without knowing that it is taken back brings it back [AW-DOC-52]")
  func unknowing() throws {
    var scene = try replaced()
    let undo = try scene.undo(by: 1, after: [1], [1])
    try expect(scene, "I was calm. I left.")
    let edit = try scene.save(by: 2, after: [1], "I was glad. I ran.")
    try expect(scene, "I was glad. I left.")
    try scene.save(by: 3, after: [undo, edit], "I was glad then. I left.")
    try expect(scene, "I was glad then. I left.")
  }

  @Test("an answer that somebody wrote into settles what it settled [AW-DOC-22] [AW-DOC-52]")
  func answers() throws {
    var scene = ReviewScene()
    try scene.save(by: 9, after: [], "one two three")
    try scene.save(by: 1, after: [0], "one second three")
    try scene.save(by: 2, after: [0], "one other three")
    let answer = try scene.answer(by: 1, after: [1, 2], .own("twice"))
    let undo = try scene.undo(by: 1, after: [answer], [answer])
    #expect(openCount(scene) == 1)
    try scene.save(by: 2, after: [answer], "one thrice three")
    try expect(scene, "one thrice three")
    #expect(openCount(scene) == 0)
    try scene.undo(by: 2, after: [undo, 5], [5])
    #expect(openCount(scene) == 1)
  }

  private func openCount(_ scene: ReviewScene) -> Int {
    ReviewPicture(scene.history).parts.count { $0.isOpen }
  }

  /// A text of two sentences, of each of which device 1 put another word for one.
  private func replaced() throws -> ReviewScene {
    var scene = ReviewScene()
    try scene.save(by: 9, after: [], "I was calm. I left.")
    try scene.save(by: 1, after: [0], "I was happy. I ran.")
    return scene
  }

  private func expect(
    _ scene: ReviewScene, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(scene.history.text == text, sourceLocation: sourceLocation)
    let picture = ReviewPicture(scene.history)
    #expect(
      picture == ReviewPicture(ReferenceReviews(events: scene.events)),
      sourceLocation: sourceLocation)
  }
}
