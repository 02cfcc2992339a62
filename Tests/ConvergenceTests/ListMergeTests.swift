import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitText
import Testing

@Suite("Merging lists, case by case")
struct ListMergeTests {
  private let steps = FieldName(.steps)
  private let what = FieldName(ofElement: .what)
  private let done = FieldName(ofElement: .done)

  /// The element of a number.
  private func element(_ number: UInt8) -> ElementID {
    var random = SystemRandomNumberGenerator()
    return ElementID([UInt8](repeating: number, count: 10)) ?? ElementID(from: &random)
  }

  private func insert(_ numbers: [UInt8], at position: Int) -> Operations { put(numbers, position) }

  private func move(_ numbers: [UInt8], to position: Int) -> Operations {
    put(numbers, position, isMove: true)
  }

  private func put(_ numbers: [UInt8], _ position: Int, isMove: Bool = false) -> Operations {
    .list(
      ListEdits(puts: [
        ListEdits.Put(position: position, elements: numbers.map(element), isMove: isMove)
      ]))
  }

  private func remove(_ number: UInt8) -> Operations {
    .list(ListEdits(removed: [element(number)]))
  }

  private func restore(_ number: UInt8) -> Operations {
    .list(ListEdits(restored: [element(number)]))
  }

  /// The elements that a scene shows.
  private func shown(_ scene: FieldScene) -> [UInt8] {
    scene.list(steps).map(\.id.bytes[0])
  }

  private func block(_ scene: FieldScene, _ number: UInt8, _ field: FieldName, _ value: Operations)
    -> Change.Block
  {
    Change.Block(
      key: FieldKey(
        entry: scene.key(steps).entry, element: ListElement(list: steps, id: element(number)),
        field: field), operations: value)
  }

  @Test("the example of the specification [AW-DOC-43] [AW-DOC-44]")
  func example() throws {
    var scene = FieldScene()
    let a = try scene.make(by: 1, at: 1, after: [], (steps, insert([1, 2, 3], at: 0)))
    #expect(shown(scene) == [1, 2, 3])
    var second = scene
    _ = try scene.make(by: 1, at: 2, after: [a], (steps, move([1, 2], to: 3)))
    #expect(shown(scene) == [3, 1, 2])
    _ = try second.make(by: 2, at: 3, after: [a], (steps, move([2], to: 0)))
    #expect(shown(second) == [2, 1, 3])
    _ = try scene.make(by: 2, at: 3, after: [a], (steps, move([2], to: 0)))
    #expect(shown(scene) == [2, 3, 1])
  }

  @Test("runs that were put in at one place stay together [AW-DOC-43]")
  func runs() throws {
    var scene = FieldScene()
    let start = try scene.make(by: 1, after: [], (steps, insert([1, 2], at: 0)))
    _ = try scene.make(by: 1, after: [start], (steps, insert([3, 4, 5], at: 1)))
    _ = try scene.make(by: 2, after: [start], (steps, insert([6, 7, 8], at: 1)))
    #expect(shown(scene) == [1, 3, 4, 5, 6, 7, 8, 2])
  }

  @Test("a run that was moved apart on two machines stays together at one of the two places")
  func movedRuns() throws {
    var scene = FieldScene()
    let start = try scene.make(by: 1, after: [], (steps, insert([1, 2, 3, 4, 5], at: 0)))
    _ = try scene.make(by: 1, at: 5, after: [start], (steps, move([2, 3, 4], to: 0)))
    let other = try scene.make(by: 2, at: 6, after: [start], (steps, move([2, 3, 4], to: 5)))
    #expect(shown(scene) == [1, 5, 2, 3, 4])
    _ = try scene.make(by: 2, at: 1, after: [other], (steps, move([3], to: 0)))
    #expect(shown(scene).filter { $0 == 3 }.count == 1, "an element stands once")
  }

  @Test("a move and an edit both hold, and a move with a removal is a removal [AW-DOC-45]")
  func movesAreNoEdits() throws {
    var scene = FieldScene()
    let start = try scene.make(by: 1, after: [], (steps, insert([1, 2], at: 0)))
    try scene.admit(by: 1, after: [start], [block(scene, 1, done, .register("true"))])
    let moved = try scene.make(by: 2, after: [start], (steps, move([1], to: 2)))
    #expect(shown(scene) == [2, 1])
    #expect(scene.list(steps)[1].fields.map(\.name) == [done])
    _ = try scene.make(by: 3, after: [start], (steps, remove(2)))
    _ = try scene.make(by: 2, after: [moved], (steps, move([2], to: 0)))
    #expect(shown(scene) == [1])
    #expect(scene.openParts.isEmpty, "no move opens a review")
  }

  @Test(
    "an element that was removed here and edited there stays, and a person is asked [AW-DOC-25]")
  func removedAndEdited() throws {
    var scene = FieldScene()
    let start = try scene.make(by: 1, after: [], (steps, insert([1, 2], at: 0)))
    let removed = try scene.make(by: 1, after: [start], (steps, remove(1)))
    #expect(shown(scene) == [2])
    let words = Operations.text([.insert(position: 0, text: "call Ana")])
    let edited = try scene.admit(by: 2, after: [start], [block(scene, 1, what, words)])
    #expect(shown(scene) == [1, 2])
    #expect(scene.openParts.map(\.kind) == [.deletion])
    _ = try scene.make(by: 1, after: [removed, edited], (steps, restore(1)))
    #expect(shown(scene) == [1, 2] && scene.openParts.isEmpty)
  }

  @Test("an element that is brought back on two machines is the same, once [AW-DOC-45]")
  func broughtBack() throws {
    var scene = FieldScene()
    let start = try scene.make(by: 1, after: [], (steps, insert([1, 2], at: 0)))
    let removed = try scene.make(by: 1, after: [start], (steps, remove(2)))
    _ = try scene.make(by: 1, after: [removed], (steps, restore(2)))
    _ = try scene.make(by: 2, after: [removed], (steps, restore(2)))
    #expect(shown(scene) == [1, 2])
    _ = try scene.make(by: 3, after: [removed], (steps, insert([2], at: 0)))
    #expect(Set(shown(scene)) == [1, 2] && shown(scene).count == 2)
  }

  @Test("ticks of two items never meet, and two of one item are no review")
  func ticks() throws {
    var scene = FieldScene()
    let start = try scene.make(by: 1, after: [], (steps, insert([1, 2], at: 0)))
    try scene.admit(by: 1, after: [start], [block(scene, 1, done, .register("true"))])
    try scene.admit(by: 2, after: [start], [block(scene, 2, done, .register("true"))])
    try scene.admit(by: 3, after: [start], [block(scene, 1, done, .register("true"))])
    #expect(scene.list(steps).map(\.fields.count) == [1, 1] && scene.openParts.isEmpty)
    try scene.admit(by: 4, after: [start], [block(scene, 1, done, .register(""))])
    #expect(scene.openParts.isEmpty, "who opened what was open has changed nothing")
  }

  @Test("texts of elements merge, and what two rewrote is asked, by element [AW-DOC-19]")
  func texts() throws {
    var scene = FieldScene()
    let start = try scene.make(by: 1, after: [], (steps, insert([1], at: 0)))
    let wrote = try scene.admit(
      by: 1, after: [start],
      [block(scene, 1, what, .text([.insert(position: 0, text: "ask Ana")]))])
    for (device, name) in [(UInt8(1), "Sam"), (2, "Bob")] {
      try scene.admit(
        by: device, after: [wrote],
        [
          block(
            scene, 1, what,
            .text([.delete(position: 4, count: 3), .insert(position: 4, text: name)]))
        ])
    }
    #expect(scene.openParts.map(\.kind) == [.overlap])
    let key = block(scene, 1, what, .register("")).key
    let other = FieldKey(entry: key.entry, field: what)
    #expect(
      ReviewKey(field: key, kind: .overlap).canonicalBytes
        != ReviewKey(field: other, kind: .overlap).canonicalBytes)
  }

  @Test("moves alone keep no deleted entry in sight, and edits of an element do [AW-DOC-10]")
  func deletedEntry() throws {
    var scene = FieldScene()
    let start = try scene.make(by: 1, after: [], (steps, insert([1, 2], at: 0)))
    _ = try scene.make(by: 1, after: [start], (.presence, .presence(.deleted)))
    _ = try scene.make(by: 2, after: [start], (steps, move([1], to: 2)))
    #expect(scene.isHidden)
    try scene.admit(by: 3, after: [start], [block(scene, 1, done, .register("true"))])
    #expect(!scene.isHidden)
  }

  @Test("what is not understood of a list costs no field of an element [AW-DOC-11]")
  func unknown() throws {
    var scene = FieldScene()
    let start = try scene.make(by: 1, after: [], (steps, insert([1, 2], at: 0)))
    try scene.admit(
      by: 2, after: [start],
      [
        Change.Block(key: scene.key(steps), operations: .unknown([7])),
        block(scene, 1, done, .register("true")),
      ])
    #expect(scene.list(steps).map(\.fields.count) == [1, 0])
    _ = try scene.make(by: 2, after: scene.frontier, (steps, remove(2)))
    #expect(shown(scene) == [1, 2], "it rests on what is not understood")
    _ = try scene.make(by: 1, after: [start], (steps, remove(2)))
    #expect(shown(scene) == [1])
  }

  @Test("an unfit change leaves a list and its elements as they were [AW-DOC-12]")
  func unfit() throws {
    var scene = FieldScene()
    let start = try scene.make(by: 1, after: [], (steps, insert([1, 2], at: 0)))
    let far = Operations.text([.insert(position: 9, text: "x")])
    let before = scene.list(steps)
    // The list fits, and a text of an element does not; and the other way round.
    try scene.admit(
      by: 2, after: [start],
      [
        Change.Block(key: scene.key(steps), operations: move([1], to: 2)),
        block(scene, 2, what, far),
      ])
    #expect(scene.list(steps) == before)
    try scene.admit(
      by: 3, after: [start],
      [
        Change.Block(key: scene.key(steps), operations: move([1], to: 3)),
        block(scene, 2, what, .text([.insert(position: 0, text: "x")])),
      ])
    // Neither of two lists changes where only one fits.
    let questions = FieldName(.questions)
    try scene.admit(
      by: 4, after: [start],
      [
        Change.Block(key: scene.key(steps), operations: move([1], to: 2)),
        Change.Block(key: scene.key(questions), operations: insert([3], at: 1)),
      ])
    #expect(scene.list(steps) == before && scene.list(questions).isEmpty)
    _ = try scene.make(by: 1, after: [start], (steps, move([1], to: 2)))
    #expect(shown(scene) == [2, 1])
  }

  @Test("a counter counts what each device counted, and ends at the greatest number [AW-DOC-42]")
  func counters() throws {
    var scene = FieldScene()
    let recited = FieldName(.recited)
    let start = try scene.make(by: 1, after: [], (recited, .counter(2)))
    _ = try scene.make(by: 1, after: [start], (recited, .counter(1)))
    _ = try scene.make(by: 2, after: [start], (recited, .counter(1)))
    _ = try scene.make(by: 3, after: [], (recited, .counter(1)))
    #expect(scene.view(of: recited) == .counter(5))
    #expect(FieldState(value: .counter(Counter(sum: .max))).view == .counter(.max))
  }

  @Test("a counter that is full stays so, and does not trap [AW-DOC-42]")
  func fullCounter() throws {
    let recited = FieldName(.recited)
    for (sum, amount) in [(Int.max - 1, 2), (.max - 5, 5), (.max, Int(Int32.max))] {
      var shelf = FieldMemoryShelf()
      let key = FieldKey(entry: .journal, field: recited)
      shelf.put(FieldState(value: .counter(Counter(sum: sum))), of: key)
      let change = Change(
        timestamp: Timestamp(rawValue: 1), followsPredecessor: false, parents: [],
        blocks: [Change.Block(key: key, operations: .counter(amount))])
      let stamp = ChangeStamp(
        index: 0, parents: [], order: TextOrder(device: .zero, number: 1, envelope: .zero),
        timestamp: change.timestamp)
      #expect(try Merge(change, stamp: stamp).apply(to: &shelf) == .merged)
      #expect(shelf.state(of: key)?.view == .counter(.max))
    }
  }

  @Test("what one machine does after the other leaves one head, however long it goes on")
  func heads() throws {
    var scene = FieldScene()
    var last = try scene.make(by: 1, after: [], (steps, insert([1, 2], at: 0)))
    for turn in 0..<6 {
      last = try scene.make(
        by: UInt8(1 + turn % 2), after: [last], (steps, move([1], to: turn + 2)))
    }
    guard case .list(let list)? = scene.replica.shelf.state(of: scene.key(steps))?.value else {
      Issue.record("there is no list")
      return
    }
    #expect(list.heads.count == 1 && list.eventCount == 7)
  }
}
