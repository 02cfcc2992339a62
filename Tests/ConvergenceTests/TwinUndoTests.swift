import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitReference
import AfterwitTestThreads
import AfterwitText
import Testing

@Suite("What two wrote alike, taken back", .patient)
struct TwinUndoTests {
  @Test("the copy that was taken out stands where the other one is taken back [AW-DOC-51]")
  func otherCopy() throws {
    var scene = try twins(2)
    let (kept, other) = (1, 2)
    try scene.clean(by: 1, after: scene.history.graph.frontier)
    try expect(scene, "I go home.")
    let undo = try scene.undo(by: 1, after: [3], [kept])
    try expect(scene, "I go home.")
    let redo = try scene.undo(by: 1, after: [undo], [undo])
    try expect(scene, "I go home.")
    try scene.undo(by: 2, after: [redo], [kept, other])
    try expect(scene, "I go.")
  }

  @Test("the copy that was taken out, taken back, leaves the one that was kept [AW-DOC-51]")
  func copyTakenOut() throws {
    var scene = try twins(2)
    try scene.clean(by: 1, after: scene.history.graph.frontier)
    let undo = try scene.undo(by: 2, after: [3], [2])
    try expect(scene, "I go home.")
    try scene.undo(by: 1, after: [undo], [1])
    try expect(scene, "I go.")
  }

  @Test(
    "it stands as well where whoever takes it back had not seen that it stood twice [AW-DOC-51]")
  func besideTheRemoval() throws {
    var scene = try twins(2)
    let removal = try #require(try scene.clean(by: 1, after: [1, 2]))
    let undo = try scene.undo(by: 2, after: [1, 2], [1])
    try expect(scene, "I go home.")
    let edit = try scene.record(
      by: 3, after: [removal, undo], [.insert(position: 9, text: " now")])
    try expect(scene, "I go home now.")
    try scene.undo(by: 1, after: [edit], [undo])
    try expect(scene, "I go home now.")
  }

  @Test("of three that wrote alike, the last to stand is shown [AW-DOC-51]")
  func threeCopies() throws {
    var scene = try twins(3)
    for _ in 0..<3 { try scene.clean(by: 9, after: scene.history.graph.frontier) }
    try expect(scene, "I go home.")
    var undos: [Int] = []
    for device in 1...3 {
      let before = scene.history.graph.frontier
      undos.append(try scene.undo(by: 9, after: before, [device]))
      try expect(scene, device < 3 ? "I go home." : "I go.")
    }
    try scene.undo(by: 9, after: scene.history.graph.frontier, [undos[1]])
    try expect(scene, "I go home.")
  }

  @Test("what a person deletes of the copy that is taken out stays deleted [AW-DOC-51]")
  func deletedByAPerson() throws {
    var scene = try twins(2)
    let removal = try #require(try scene.clean(by: 1, after: [1, 2]))
    let deletion = try scene.record(by: 2, after: [1, 2], [.delete(position: 9, count: 5)])
    try expect(scene, "I go home.")
    try scene.undo(by: 2, after: [removal, deletion], [1])
    try expect(scene, "I go.")
  }

  @Test("what is there again by redo, and stands twice, is met again [AW-DOC-26]")
  func metAgain() throws {
    let scene = try twins(2)
    let key = FieldKey(
      entry: EntryID([UInt8](repeating: 5, count: 10)) ?? .journal,
      field: FieldName("happened", family: .text))
    var replica = FieldReplica()
    var undo: EnvelopeID?
    for (place, event) in scene.events.enumerated() {
      try replica.admit(
        FieldEnvelope(
          order: event.order, previous: .zero,
          body: Change(
            timestamp: Timestamp(rawValue: 0), followsPredecessor: false,
            parents: event.parents.map { scene.events[$0].order.envelope }.sorted(),
            blocks: [Change.Block(key: key, operations: .text(event.operations))]
          ).body))
      if place == 1 { undo = try replica.undo([event.order.envelope], by: 77) }
    }
    let met = try #require(replica.shelf.twins[key])
    try replica.undo([try #require(undo)], by: 78)
    let again = try #require(replica.shelf.twins[key])
    try #require(met.count == 1 && again.count == 2)
    #expect(again[0].left.id == again[1].left.id && again[0].right.id == again[1].right.id)
  }

  @Test("a copy that is taken out while the other one is void stays out [AW-DOC-51]")
  func takenOutOfOne() throws {
    var scene = try twins(2)
    let undo = try scene.undo(by: 1, after: [1, 2], [1])
    let removal = try scene.record(
      by: 2, after: [undo], [.same, .delete(position: 4, count: 5)])
    try expect(scene, "I go.")
    try scene.undo(by: 1, after: [removal], [undo])
    try expect(scene, "I go home.")
    #expect(scene.history.text(at: [removal]) == "I go.")
  }

  @Test("both copies stand in what is woven where the removal of one is taken back [AW-DOC-23]")
  func removalTakenBack() throws {
    var scene = ReviewScene()
    try scene.record(by: 9, after: [], [.insert(position: 0, text: "I go.")])
    try scene.record(by: 1, after: [0], replacing("We") + [.insert(position: 5, text: " home")])
    try scene.record(by: 2, after: [0], replacing("They") + [.insert(position: 7, text: " home")])
    let removal = try #require(try scene.clean(by: 9, after: [1, 2]))
    try expect(scene, "WeThey go home.")
    try scene.undo(by: 9, after: [removal], [removal])
    try expect(scene, "WeThey go home home.")
  }

  @Test("a copy that is there again stands in what is woven [AW-DOC-23] [AW-DOC-51]")
  func wovenCopy() throws {
    var scene = ReviewScene()
    try scene.record(by: 9, after: [], [.insert(position: 0, text: "I go.")])
    try scene.record(by: 1, after: [0], [.insert(position: 4, text: " home")])
    try scene.record(by: 2, after: [0], replacing("They") + [.insert(position: 7, text: " home")])
    try scene.record(by: 3, after: [0], replacing("We"))
    let removal = try #require(try scene.clean(by: 9, after: [1, 2, 3]))
    try expect(scene, "TheyWe go home.")
    try scene.undo(by: 1, after: [removal], [1])
    try expect(scene, "TheyWe go home.")
  }

  @Test("a copy that is there again stands in the base of what is asked [AW-DOC-49] [AW-DOC-51]")
  func copyInTheBase() throws {
    var scene = try twins(2)
    let removal = try #require(try scene.clean(by: 9, after: [1, 2]))
    let one = try scene.record(by: 4, after: [removal], replacing("We"))
    let other = try scene.record(by: 5, after: [removal], replacing("They"))
    try scene.undo(by: 1, after: [one, other], [1])
    try expect(scene, "WeThey go home.")
  }

  private func replacing(_ word: String) -> [TextOperation] {
    [.delete(position: 0, count: 1), .insert(position: 0, text: word)]
  }

  /// Some devices that write one word alike; the sequence has their copies in their order.
  private func twins(_ count: UInt8) throws -> ReviewScene {
    var scene = ReviewScene()
    try scene.record(by: 9, after: [], [.insert(position: 0, text: "I go.")])
    for device in 1...count {
      try scene.record(by: device, after: [0], [.insert(position: 4, text: " home")])
    }
    return scene
  }

  /// Whether the engine and the definition, and all orders of the events, give a text.
  private func expect(_ scene: ReviewScene, _ text: String) throws {
    #expect(scene.history.text == text)
    #expect(ReferenceReviews(events: scene.events).givenText == text)
    var reloaded = TextHistory()
    for event in scene.events { try reloaded.append(event) }
    #expect(reloaded.text == text)
    #expect(reloaded.text(at: scene.history.graph.frontier) == text)
    #expect(ReviewPicture(reloaded) == ReviewPicture(ReferenceReviews(events: scene.events)))
  }
}
