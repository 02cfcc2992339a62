import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitJournal
import AfterwitText
import Testing

@Suite("The view of an entry")
struct EntryViewTests {
  private let title = FieldName("title", family: .register)
  private let happened = FieldName("happened", family: .text)
  private let tags = FieldName("tags", family: .set)

  @Test("the title is the first line that says something, where none was set")
  func titles() {
    #expect(view([(happened, text("\n \t\n  A call.  \nThen more"))]).title == "A call.")
    #expect(view([(happened, text("\r\nOne\r\nTwo"))]).title == "One")
    for end in ["\u{0b}", "\u{85}", "\u{2028}", "\u{2029}"] {
      let first = "Café – “Zoé”"
      #expect(view([(happened, text(" " + end + first + end + "Two"))]).title == first)
      #expect(view([(happened, text("Ça – œ\u{85}" + end))]).title == "Ça – œ")
    }
    #expect(view([(happened, text("\u{a0}–\u{202a}“…”"))]).title == "–\u{202a}“…”")
    #expect(view([(happened, text("One")), (title, register("Set"))]).title == "Set")
    #expect(view([(happened, text(" \n"))]).title.isEmpty)
    #expect(view([(happened, text("One"))], kind: "dream").title.isEmpty)
    #expect(
      view([(FieldName("words", family: .text), text("Breathe"))], kind: "mantra").title
        == "Breathe")
  }

  @Test("what is equal to a person and not to the last bit gives other bytes [AW-DOC-13]")
  func exactBytes() {
    let (one, two) = ("caf\u{e9}", "cafe\u{301}")
    #expect(one == two)
    #expect(
      view([(happened, text(one))]).canonicalBytes != view([(happened, text(two))]).canonicalBytes)
    #expect(
      view([(title, register(one))]).canonicalBytes
        != view([(title, register(two))]).canonicalBytes)
    #expect(view([(tags, set([one, two]))]).set("tags").count == 2)
    #expect(view([(tags, set([one, two, "#Cafe"]))]).tags == ["cafe", one], "each tag once")
    #expect(view([(title, register(one))]) != view([(title, register(two))]))
    #expect(view([(title, register(one, two))]).canonicalBytes.count > 40)
  }

  @Test("bytes do not depend on the order of fields, nor on clocks [AW-DOC-14]")
  func orderOfFields() {
    let fields = [(happened, text("a")), (title, register("b")), (tags, set(["d", "c"]))]
    #expect(view(fields).canonicalBytes == view(fields.reversed()).canonicalBytes)
    let later = view(fields, touched: 9)
    #expect(later.canonicalBytes == view(fields).canonicalBytes)
    #expect(later != view(fields))
    #expect(view(fields).set("tags") == ["c", "d"])
  }

  @Test("fields that show nothing are left out, and values that stand beside are not [AW-DOC-14]")
  func emptyFields() {
    let empty = view([(happened, text("")), (title, register("")), (tags, set([]))])
    #expect(empty.fields.isEmpty)
    #expect(empty.canonicalBytes == view([]).canonicalBytes)
    #expect(view([(happened, FieldState(value: .unknown))]).fields.isEmpty)
    let cleared = view([(title, register("", "before"))])
    #expect(cleared.register("title") == nil)
    guard case .register(let shown, let others)? = cleared.value(of: "title") else {
      Issue.record("the value beside a cleared one is lost")
      return
    }
    #expect(shown.isEmpty && others == ["before"])
  }

  @Test("the bytes are those of the format [AW-DOC-14]")
  func format() {
    let view = view([(title, register("b")), (happened, text("a"))])
    var expected = [UInt8](repeating: 1, count: 10)
    expected += [10] + Array("reflection".utf8) + [0]
    expected += [8] + Array("happened".utf8) + [1, 1] + Array("a".utf8)
    expected += [5] + Array("title".utf8) + [2, 1] + Array("b".utf8) + [0]
    #expect(view.canonicalBytes == expected)
  }

  @Test("a kind that is not known is kept as it is written")
  func unknownKind() {
    let view = view([(title, register("b"))], kind: "dream")
    #expect(view.kind == nil && view.kindName == "dream")
    #expect(view.register("title") == "b" && view.text("title").isEmpty)
  }

  @Test("deletion is the only thing that hides")
  func hidden() {
    let view = view([(title, register("b"))], deletions: [4])
    #expect(view.isDeleted && view.title == "b")
    #expect(view.canonicalBytes != self.view([(title, register("b"))]).canonicalBytes)
  }

  private func view(
    _ states: [(FieldName, FieldState)], kind: String = "reflection", touched: UInt64 = 1,
    deletions: [Int] = []
  ) -> EntryView {
    let touch = EntryTimes.Touch(index: 0, timestamp: Timestamp(rawValue: touched))
    let view = EntryView(
      id: EntryID([UInt8](repeating: 1, count: 10)) ?? .journal,
      content: EntryContent(
        presence: Presence(
          times: EntryTimes(first: [touch], last: [touch]), edits: [], hiding: deletions,
          deletions: []),
        states: states + [(.kind, register(kind))]))
    expectToReadBack(view)
    return view
  }

  /// Every view reads back from its bytes, and reading a beginning of them ends.
  private func expectToReadBack(_ view: EntryView) {
    let bytes = view.canonicalBytes
    let read = try? EntryView(
      canonicalBytes: bytes, created: view.created, modified: view.modified)
    #expect(read == view && read?.kind == view.kind && read?.openParts == view.openParts)
    for count in bytes.indices {
      _ = try? EntryView(
        canonicalBytes: Array(bytes[..<count]), created: view.created, modified: view.modified)
    }
  }

  @Test("what is under review is read back with the rest")
  func openParts() {
    let hunk = HunkID(envelope: .zero, number: 300)
    // In the order of their hunks, not of their places.
    let standing = [
      StandingWords(place: 0..<0, words: "The ", hunks: [hunk, hunk], isOpen: true),
      StandingWords(place: 0..<1, words: "dog", hunks: [], isOpen: false),
      StandingWords(place: 1..<1, words: " sat.", hunks: [hunk], isOpen: true),
    ]
    let view = view([
      (title, register("a", "b")), (FieldName("tags", family: .set), set(["x", "y"])),
      (happened, FieldState(value: .text(TextField(text: "a", standing: standing)))),
    ])
    #expect(view.openParts.map(\.kind) == [.overlap, .overlap, .value])
    #expect(view.openParts.map(\.hunks.count) == [1, 2, 2])
    #expect(view.text("happened") == "The dog sat.")
    #expect(view.set("tags") == ["x", "y"])
  }

  private func text(_ text: String) -> FieldState {
    FieldState(value: .text(TextField(text: text)))
  }

  /// A register whose first value is shown, the others beside it.
  private func register(_ values: String...) -> FieldState {
    let writes = values.reversed().enumerated().map { place, value in
      Register.Write(
        index: place, timestamp: Timestamp(rawValue: UInt64(place)), envelope: .zero, value: value)
    }
    return FieldState(value: .register(Register(writes: writes)))
  }

  private func set(_ elements: [String]) -> FieldState {
    let adds = elements.enumerated().map { (ExactString($0.element), [$0.offset]) }
    return FieldState(value: .set(AddWinsSet(adds: Dictionary(uniqueKeysWithValues: adds))))
  }
}
