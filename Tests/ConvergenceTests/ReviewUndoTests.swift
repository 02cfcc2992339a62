import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitReference
import AfterwitTestRandomness
import AfterwitTestThreads
import AfterwitText
import Foundation
import Testing

@Suite("Reviews of what is taken back", .patient)
struct ReviewUndoTests {
  static var seeds: some Sequence<UInt64> {
    let first = Effort.seed ?? 20_261_130
    return (0..<UInt64(Effort.histories(150))).lazy.map { first &+ $0 }
  }

  static func repeatCommand(_ seed: UInt64) -> Comment {
    "AFTERWIT_SEED=\(seed) AFTERWIT_HISTORIES=1 swift test --filter ReviewUndoTests"
  }

  @Test("a change that nobody built on leaves, taken back, the reviews of its absence [AW-DOC-49]")
  func weightless() throws {
    var (tried, opened, closed) = (0, 0, 0)
    for seed in Self.seeds {
      let history = try ReviewHistory(seed: seed)
      var random = SeededGenerator(seed: seed)
      var scene = history.scene
      let ends = scene.history.graph.frontier
      guard let end = ends.randomElement(using: &random) else { continue }
      let others = scene.events.indices.filter { $0 != end }
      let before = try picture(scene.events)
      let without = try picture(scene.events.only(others))
      try scene.undo(by: 77, after: ends, [end])
      let with = try picture(scene.events).without([scene.events[end].order.envelope])
      try #require(with == without, Self.repeatCommand(seed))
      let reference = ReviewPicture(ReferenceReviews(events: scene.events))
      try #require(
        reference.without([scene.events[end].order.envelope]) == with, Self.repeatCommand(seed))
      tried += 1
      opened += before.open.count < with.open.count ? 1 : 0
      closed += before.open.count > with.open.count ? 1 : 0
    }
    print("histories of which an end was taken back: \(tried), \(opened) opened, \(closed) closed")
    guard Effort.seed == nil else { return }
    #expect(opened > 0 && closed > 0)
  }

  @Test("undo and redo leave the reviews as they were, whatever is taken back [AW-DOC-47]")
  func identity() throws {
    for seed in Self.seeds {
      var scene = try ReviewHistory(seed: seed).scene
      var random = SeededGenerator(seed: seed)
      let before = try picture(scene.events)
      let (frontier, events) = (scene.history.graph.frontier, scene.events.indices)
      var undos: [Int] = []
      for device in 0..<UInt8.random(in: 1...3, using: &random) {
        guard let event = events.randomElement(using: &random) else { continue }
        let version = Bool.random(using: &random) ? frontier + undos : frontier
        undos.append(try scene.undo(by: 90 + device, after: version, [event]))
      }
      try scene.undo(by: 99, after: frontier + undos, undos)
      try #require(try picture(scene.events) == before, Self.repeatCommand(seed))
    }
  }

  @Test("where everything is taken back, nothing stands and nothing is asked [AW-DOC-47]")
  func everything() throws {
    for seed in Self.seeds {
      var scene = try ReviewHistory(seed: seed).scene
      var random = SeededGenerator(seed: seed)
      let deeds = scene.events.indices.filter { scene.events[$0].undone.isEmpty }
      for event in deeds.shuffled(using: &random)
      where !scene.history.events.undos.isVoid(event) {
        try scene.undo(by: 77, after: scene.history.graph.frontier, [event])
      }
      let picture = try picture(scene.events)
      try #require(picture.shown.isEmpty && picture.parts.isEmpty, Self.repeatCommand(seed))
    }
  }

  @Test(
    "merge by merge, an answer taken back opens what it settled, and redo ends that [AW-DOC-22]")
  func answerTakenBack() throws {
    var scene = ReviewScene()
    try scene.save(by: 9, after: [], "one two three")
    try scene.save(by: 1, after: [0], "one second three")
    try scene.save(by: 2, after: [0], "one other three")
    let answer = try scene.answer(by: 1, after: [1, 2], .side(0))
    #expect(try openCount(scene) == 0)
    let undo = try scene.undo(by: 2, after: [answer], [answer])
    #expect(try openCount(scene) == 1)
    try scene.undo(by: 1, after: [undo], [undo])
    #expect(try openCount(scene) == 0)
  }

  /// How many parts are open once a replica has merged each event as a change.
  private func openCount(_ scene: ReviewScene) throws -> Int {
    var random = SeededGenerator(seed: 1)
    let field = try ReviewConvergenceTests.merged(scene.events, using: &random)
    #expect(field.conflicts.isEmpty == field.standing.isEmpty)
    return field.standing.count { $0.isOpen }
  }

  private func picture(_ events: [TextEvent]) throws -> ReviewPicture {
    var history = TextHistory()
    for event in events { try history.append(event) }
    return ReviewPicture(history)
  }
}
