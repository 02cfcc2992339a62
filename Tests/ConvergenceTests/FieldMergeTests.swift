import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitText
import Testing

@Suite("Merging fields, case by case")
struct FieldMergeTests {
  private let title = FieldName("title", family: .register)
  private let tags = FieldName("tags", family: .set)
  private let happened = FieldName("happened", family: .text)

  @Test("concurrent values stand side by side, and a later write replaces what it saw [AW-DOC-8]")
  func registers() throws {
    var scene = FieldScene()
    let start = try scene.make(by: 1, at: 1, after: [], (title, .register("start")))
    let left = try scene.make(by: 1, at: 9, after: [start], (title, .register("left")))
    let right = try scene.make(by: 2, at: 2, after: [start], (title, .register("right")))
    #expect(scene.register(title) == ["left", "right"])
    _ = try scene.make(by: 2, at: 3, after: [right], (title, .register("right again")))
    #expect(scene.register(title) == ["left", "right again"])
    _ = try scene.make(by: 1, at: 1, after: [left], (title, .register("")))
    #expect(scene.register(title) == ["right again", ""])
    _ = try scene.make(by: 3, at: 1, after: scene.frontier, (title, .register("settled")))
    #expect(scene.register(title) == ["settled"])
  }

  @Test("a clock that runs ahead wins no value that was seen [AW-CAUS-7]")
  func clocksDecideNothing() throws {
    var scene = FieldScene()
    let early = try scene.make(by: 1, at: .max, after: [], (title, .register("ahead")))
    _ = try scene.make(by: 2, at: 0, after: [early], (title, .register("after")))
    #expect(scene.register(title) == ["after"])
  }

  @Test("what was first and last is decided by ancestry, and the clock says when [AW-DOC-28]")
  func times() throws {
    var scene = FieldScene()
    let start = try scene.make(by: 1, at: 50, after: [], (title, .register("by a clock ahead")))
    #expect(scene.times == [50, 50])
    let edit = try scene.make(by: 2, at: 30, after: [start], (title, .register("seen")))
    #expect(scene.times == [50, 30])
    let other = try scene.make(by: 3, at: 20, after: [start], (title, .register("beside it")))
    #expect(scene.times == [50, 30])
    _ = try scene.make(by: 1, at: 10, after: [edit, other], (.presence, .presence(.deleted)))
    #expect(scene.times == [50, 10], "a deletion is a touch")
    _ = try scene.make(by: 4, at: 40, after: [], (title, .register("of one who saw nothing")))
    #expect(scene.times == [40, 40])
  }

  @Test("at one time the greater envelope is shown [AW-DOC-8]")
  func ties() throws {
    var scene = FieldScene()
    let one = try scene.make(by: 1, at: 5, after: [], (title, .register("one")))
    let two = try scene.make(by: 2, at: 5, after: [], (title, .register("two")))
    #expect(scene.register(title).first == (one < two ? "two" : "one"))
  }

  @Test("an add survives a remove that had not seen it [AW-DOC-9]")
  func sets() throws {
    var scene = FieldScene()
    let first = try scene.make(by: 1, after: [], (tags, .set(added: ["work", "hr"], removed: [])))
    let again = try scene.make(by: 2, after: [first], (tags, .set(added: ["work"], removed: [])))
    let gone = try scene.make(
      by: 1, after: [first], (tags, .set(added: [], removed: ["hr", "work"])))
    #expect(scene.set(tags) == ["work"])
    _ = try scene.make(by: 1, after: [gone], (tags, .set(added: [], removed: ["work"])))
    #expect(scene.set(tags) == ["work"])
    _ = try scene.make(by: 1, after: [gone, again], (tags, .set(added: [], removed: ["work"])))
    #expect(scene.set(tags).isEmpty)
  }

  @Test("an edit that a deletion had not seen keeps the entry in sight [AW-DOC-10]")
  func deletions() throws {
    var scene = FieldScene()
    let start = try scene.make(by: 1, after: [], (title, .register("start")))
    let deletion = try scene.make(by: 1, after: [start], (.presence, .presence(.deleted)))
    #expect(scene.isHidden)
    let other = try scene.make(by: 2, after: [start], (.presence, .presence(.deleted)))
    #expect(scene.isHidden, "deletions that had not seen each other agree")
    let edit = try scene.make(by: 3, after: [start], (title, .register("edit")))
    #expect(!scene.isHidden)
    _ = try scene.make(by: 1, after: [deletion, other], (.presence, .presence(.deleted)))
    #expect(!scene.isHidden)
    let all = try scene.make(by: 1, after: scene.frontier, (.presence, .presence(.deleted)))
    #expect(scene.isHidden)
    _ = try scene.make(by: 3, after: [edit], (tags, .set(added: ["late"], removed: [])))
    #expect(!scene.isHidden)
    _ = try scene.make(by: 1, after: [all], (.presence, .presence(.restored)))
    _ = try scene.make(by: 1, after: scene.frontier, (.presence, .presence(.deleted)))
    #expect(scene.isHidden)
    _ = try scene.make(by: 2, after: scene.frontier, (.presence, .presence(.restored)))
    #expect(!scene.isHidden)
  }

  @Test("what rests on something not understood is set aside, the rest goes on [AW-DOC-11]")
  func unknownOperations() throws {
    var scene = FieldScene()
    let start = try scene.make(
      by: 1, after: [], (happened, .text([.insert(position: 0, text: "ab")])))
    let strange = try scene.make(
      by: 2, after: [start], (happened, .unknown([7, 9])), (title, .register("kept")))
    #expect(scene.text(happened) == "ab" && scene.register(title) == ["kept"])
    _ = try scene.make(
      by: 1, after: [start], (happened, .text([.insert(position: 2, text: "c")])))
    #expect(scene.text(happened) == "abc")
    let resting = try scene.make(
      by: 1, after: scene.frontier,
      (happened, .text([.delete(position: 999, count: 1)])), (title, .register("new")))
    #expect(scene.text(happened) == "abc" && scene.register(title) == ["new"])
    #expect(Set(scene.notUnderstood(happened)) == [strange, resting])
  }

  @Test("a mark that is not understood is an edit, and sets no later mark aside [AW-DOC-11]")
  func unknownMark() throws {
    var scene = FieldScene()
    let start = try scene.make(by: 1, after: [], (title, .register("start")))
    let deletion = try scene.make(by: 1, after: [start], (.presence, .presence(.deleted)))
    let strange = try scene.make(by: 2, after: [deletion], (.presence, .unknown([7])))
    #expect(!scene.isHidden, "it touches the entry as an edit does")
    _ = try scene.make(by: 2, after: [strange], (.presence, .presence(.deleted)))
    #expect(scene.isHidden)
  }

  @Test("a block that is not understood touches its entry, same or not [AW-DOC-40]")
  func sameNotUnderstood() throws {
    let same = [TextOperation.same, .delete(position: 0, count: 1)]
    for (operations, hides) in [
      (Operations.text(same), true), (.unknown(Operations.text(same).bytes + [2]), false),
    ] {
      var scene = FieldScene()
      let start = try scene.make(
        by: 1, after: [], (happened, .text([.insert(position: 0, text: "ab")])))
      _ = try scene.make(by: 1, after: [start], (.presence, .presence(.deleted)))
      _ = try scene.make(by: 2, after: [start], (happened, operations))
      #expect(scene.isHidden == hides)
    }
  }

  @Test("an unfit change has no effect as a whole, and what rests on it goes on [AW-DOC-12]")
  func unfit() throws {
    var scene = FieldScene()
    let start = try scene.make(
      by: 1, after: [], (happened, .text([.insert(position: 0, text: "ab")])))
    let before = scene.replica.picture
    let unfit = try scene.make(
      by: 2, after: [start], (title, .register("lost")), (tags, .set(added: ["x"], removed: [])),
      (FieldName("felt", family: .text), .text([.insert(position: 0, text: "lost")])),
      (happened, .text([.insert(position: 0, text: "z"), .delete(position: 3, count: 1)])),
      (FieldName("recited", family: .counter), .unknown([1])), (.presence, .presence(.deleted)))
    #expect(scene.replica.picture == before)
    _ = try scene.make(
      by: 2, after: [unfit], (happened, .text([.insert(position: 2, text: "c")])))
    #expect(scene.text(happened) == "abc")
  }

  @Test("a malformed change keeps its place and the parents that its prefix names [AW-CAUS-8]")
  func malformed() throws {
    var scene = FieldScene()
    let start = try scene.make(by: 1, after: [], (title, .register("start")))
    let broken = try scene.make(
      by: 2, after: [start], damaged: true, (title, .register("broken")))
    #expect(scene.register(title) == ["start"] && scene.frontier == [broken])
    _ = try scene.make(by: 1, after: [broken], (title, .register("after")))
    #expect(scene.register(title) == ["after"])
  }

  @Test("an editor left open is concurrent with its own device's next change [AW-CAUS-1]")
  func editorLeftOpen() throws {
    var scene = FieldScene()
    let opened = try scene.make(
      by: 1, after: [], (happened, .text([.insert(position: 0, text: "to  sea")])))
    _ = try scene.make(
      by: 1, after: [opened],
      (happened, .text([.insert(position: 7, text: "!")])), (title, .register("other")))
    _ = try scene.make(
      by: 1, after: [opened],
      (happened, .text([.insert(position: 3, text: "the")])), (title, .register("editor")))
    #expect(scene.text(happened) == "to the sea!")
    #expect(Set(scene.register(title)) == ["other", "editor"])
  }

  @Test("parents that are ancestors of other parents change nothing [AW-CAUS-4]")
  func redundantParents() throws {
    var (lean, rich) = (FieldScene(), FieldScene())
    for isRich in [false, true] {
      var scene = FieldScene()
      let one = try scene.make(by: 1, after: [], (title, .register("one")))
      let two = try scene.make(by: 1, after: [one], (tags, .set(added: ["a"], removed: [])))
      _ = try scene.make(by: 3, after: [one], (title, .register("beside")))
      _ = try scene.make(by: 2, after: isRich ? [one, two] : [two], (title, .register("two")))
      if isRich { rich = scene } else { lean = scene }
    }
    #expect(rich.register(title) == lean.register(title))
    #expect(rich.replica.shelf.graph.frontier == lean.replica.shelf.graph.frontier)
    let last = rich.replica.shelf.graph.count - 1
    #expect(rich.replica.shelf.graph.parents(of: last) == [1])
  }

  @Test("a change that touches two entries deletes one and edits the other")
  func severalEntries() throws {
    var scene = FieldScene()
    _ = try scene.make(by: 1, after: [], (title, .register("start")))
    let other = FieldKey(entry: .journal, field: title)
    try scene.admit(
      by: 1, after: scene.frontier,
      [
        Change.Block(key: scene.key(.presence), operations: .presence(.deleted)),
        Change.Block(key: other, operations: .register("other")),
      ])
    #expect(scene.isHidden)
    #expect(scene.replica.picture.isHidden[.journal] == false)
  }
}
