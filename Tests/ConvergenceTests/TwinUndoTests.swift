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
    #expect(met.count == 1 && again.count == 2)
    #expect(again[0].left.id == again[1].left.id && again[0].right.id == again[1].right.id)
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
