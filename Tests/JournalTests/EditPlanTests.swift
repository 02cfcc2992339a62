import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitJournal
import AfterwitText
import Testing

@Suite("What an edit means")
struct EditPlanTests {
  @Test("several edits of one field are one block, and the last word about an element counts")
  func sets() throws {
    let edits: [FieldEdit] = [
      .add(field: "tags", value: "#New"), .add(field: "tags", value: "old"),
      .remove(field: "tags", value: "gone"), .remove(field: "tags", value: "old"),
      .add(field: "tags", value: "brief"), .remove(field: "tags", value: "brief"),
    ]
    let operations = try operations(of: edits, on: [(FieldName(.tags), set("old"))])
    #expect(operations == [.set(added: [ExactString("new")], removed: [ExactString("old")])])
  }

  @Test("a tag in another form is the same tag: added it stands once, and taken out it is gone")
  func tagForms() throws {
    let (one, two) = (ExactString("caf\u{e9}"), ExactString("cafe\u{301}"))
    let other = [(FieldName(.tags), set(two.string))]
    for typed in [one.string, two.string, "#Café"] {
      #expect(
        try operations(of: [.add(field: "tags", value: typed)], on: other)
          == [.set(added: [one], removed: [two])])
      #expect(
        try operations(of: [.remove(field: "tags", value: typed)], on: other)
          == [.set(added: [], removed: [two])])
    }
    let state = FieldState(value: .set(AddWinsSet(adds: [one: [0], two: [1]])))
    let both = [(FieldName(.tags), state)]
    #expect(
      try operations(of: [.add(field: "tags", value: "café")], on: both)
        == [.set(added: [one], removed: [two])])
    #expect(
      try operations(of: [.remove(field: "tags", value: "café")], on: both)
        == [.set(added: [], removed: [two, one])])
  }

  @Test("a value that is shown is written again only where another stands beside it")
  func registers() throws {
    let title = FieldName(.title)
    let edit = FieldEdit.set(field: "title", value: "Shown")
    #expect(try operations(of: [edit], on: [(title, register("Shown"))]).isEmpty)
    #expect(
      try operations(of: [edit], on: [(title, register("Beside", "Shown"))])
        == [.register("Shown")])
    let cleared = FieldEdit.set(field: "title", value: "")
    #expect(try operations(of: [cleared], on: []).isEmpty)
    #expect(try operations(of: [cleared], on: [(title, register("Shown"))]) == [.register("")])
    let replaced = FieldEdit.replace(field: "title", text: "Other")
    #expect(
      try operations(of: [replaced], on: [(title, register("Shown"))]) == [.register("Other")])
  }

  @Test(
    "a paragraph that is appended has a separator of its own",
    arguments: [
      ("", "More", "More\n"), ("One.", "More", "\n\nMore"), ("One.\n", "More", "\nMore\n"),
      ("One.\n\n", "More", "More\n\n"),
      ("One.\r\nTwo.", "More", "\r\n\r\nMore"), ("One.\r\n", "More", "\r\nMore\r\n"),
      ("One.\r\n\r\n", "More", "More\r\n\r\n"), ("", "More\r\nwords", "More\r\nwords\r\n"),
    ])
  func paragraphs(example: (text: String, words: String, inserted: String)) throws {
    let operations = try operations(
      of: [.append(field: "plan", text: example.words)],
      on: [(FieldName(.plan), text(example.text))])
    let position = example.text.unicodeScalars.count
    #expect(operations == [.text([.insert(position: position, text: example.inserted)])])
  }

  @Test(
    "several paragraphs are one insertion, each with a separator of its own",
    arguments: [
      ("", "a\n\nb\n"), ("One.", "\n\na\n\nb"), ("One.\n", "\na\n\nb\n"),
      ("One.\n\n", "a\n\nb\n\n"), ("One.\r\nTwo.", "\r\n\r\na\r\n\r\nb"),
    ])
  func severalParagraphs(example: (text: String, inserted: String)) throws {
    let operations = try operations(
      of: [.append(field: "plan", text: "a"), .append(field: "plan", text: "b")],
      on: [(FieldName(.plan), text(example.text))])
    let position = example.text.unicodeScalars.count
    #expect(operations == [.text([.insert(position: position, text: example.inserted)])])
  }

  @Test("a text is replaced by the difference to what a person is shown")
  func texts() throws {
    let operations = try operations(
      of: [.set(field: "plan", value: "On Friday.")],
      on: [(FieldName(.plan), text("On Monday."))])
    #expect(
      operations == [
        .text([.delete(position: 3, count: 6), .insert(position: 3, text: "Friday")])
      ])
  }

  @Test("an edit begins with what stands where changes met [AW-DOC-27]")
  func standingWords() throws {
    let words = StandingWords(place: 0..<7, words: "Ask Ann or Ben.", hunks: [], isOpen: true)
    let state = FieldState(value: .text(TextField(text: "AnnBen. Go.", standing: [words])))
    let field = FieldName(.plan)
    #expect(
      try operations(of: [.append(field: "plan", text: "So")], on: [(field, state)])
        == [.text([.insert(position: 11, text: "\n\nSo")])])
    #expect(
      try operations(of: [.set(field: "plan", value: "Ask Ann or Ben. Go!")], on: [(field, state)])
        == [.text([.delete(position: 10, count: 1), .insert(position: 10, text: "!")])])
    #expect(
      try operations(of: [.set(field: "plan", value: "Ask Ben. Go.")], on: [(field, state)])
        == [.text([.delete(position: 0, count: 7), .insert(position: 0, text: "Ask Ben.")])])
    #expect(
      try operations(of: [.set(field: "plan", value: state.shownText.text)], on: [(field, state)])
        .isEmpty)
  }

  @Test("an entry is named by what its id begins with")
  func references() throws {
    let operations = try operations(of: [.add(field: "from", value: "@")], on: [])
    #expect(operations == [.set(added: [ExactString(PlainBasis.named.text)], removed: [])])
  }

  static let refused: [(FieldEdit, EditMisfit)] = [
    (.set(field: "happened", value: "x"), .noField("happened", of: .entry(.goal))),
    (.set(field: "tags", value: "x"), .holdsSeveral(field: "tags")),
    (.add(field: "title", value: "x"), .holdsOne(field: "title")),
    (.append(field: "title", text: "x"), .holdsNoText(field: "title")),
    (.replace(field: "tags", text: "x"), .holdsNoText(field: "tags")),
    (.set(field: "due", value: "soon"), .date("soon", field: "due", .unknown)),
    (
      .set(field: "due", value: "friday 10:00"), .date("friday 10:00", field: "due", .takesNoTime)
    ),
    (.append(field: "due", text: "friday"), .holdsNoText(field: "due")),
    (.add(field: "due", value: "friday"), .holdsOne(field: "due")),
    (
      .set(field: "title", value: String(repeating: "x", count: Register.valueLimit + 1)),
      .valueTooLong(field: "title", limit: Register.valueLimit)
    ),
    (
      .add(field: "tags", value: " # "),
      .elementLength(field: "tags", limit: AddWinsSet.elementLimit)
    ),
    (
      .set(field: "plan", value: String(repeating: "x", count: 21)),
      .textTooLarge(bytes: 21, limit: 20)
    ),
    (.set(field: "why", value: "x"), .notUnderstood(field: "why")),
  ]

  @Test("an edit that the kind does not take is refused with its reason", arguments: refused)
  func misfits(edit: FieldEdit, misfit: EditMisfit) {
    #expect(throws: misfit) {
      try operations(
        of: [edit], on: [(FieldName(.why), FieldState(value: .unknown, notUnderstood: [1]))])
    }
  }

  static let repeated: [[FieldEdit]] = [
    [.set(field: "title", value: "a"), .replace(field: "title", text: "b")],
    // The first of these is true already, and given nevertheless.
    [.set(field: "title", value: "Shown"), .set(field: "title", value: "b")],
    [.replace(field: "plan", text: ""), .set(field: "plan", value: "b")],
    [.replace(field: "plan", text: "a"), .append(field: "plan", text: "b")],
    [.append(field: "plan", text: "a"), .replace(field: "plan", text: "b")],
  ]

  @Test("a field is given one value or text in a command", arguments: repeated)
  func twice(edits: [FieldEdit]) {
    #expect(throws: EditMisfit.givenTwice(field: edits[0].field)) {
      try operations(of: edits, on: [(FieldName(.title), register("Shown"))])
    }
  }

  @Test("words are kept without the white space around them, and are more than white space")
  func trimmed() throws {
    #expect(
      try operations(
        of: [
          .set(field: "title", value: "\tTwo  words \n"),
          .add(field: "tags", value: " a "), .remove(field: "tags", value: " a"),
        ], on: []) == [.register("Two  words")])
    for edit in [
      FieldEdit.set(field: "title", value: " \n"), .set(field: "outcome", value: "\u{a0}"),
    ] {
      #expect(throws: EditMisfit.self) { try operations(of: [edit], on: []) }
    }
  }

  @Test("an element that was written otherwise is taken out as it stands")
  func written() throws {
    let operations = try operations(
      of: [.remove(field: "tags", value: " Old ")], on: [(FieldName(.tags), set(" Old "))])
    #expect(operations == [.set(added: [], removed: [ExactString(" Old ")])])
  }

  @Test("a new entry begins with its kind, and needs more than white space")
  func newEntries() throws {
    let said: [FieldEdit] = [.set(field: "title", value: "Ask")]
    var plan = try plan(said, on: [])
    let blocks = try plan.blocksOfNew(by: said)
    #expect(blocks.map(\.key.field) == [.kind, FieldName(.title)])
    #expect(blocks.first?.operations == .register("goal"))
    let blank: [FieldEdit] = [.set(field: "plan", value: " \n")]
    plan = try self.plan(blank, on: [])
    #expect(throws: EditMisfit.nothingSaid(of: .entry(.goal))) { try plan.blocksOfNew(by: blank) }
  }

  private func operations(
    of edits: [FieldEdit], on states: [(FieldName, FieldState)]
  ) throws -> [Operations] {
    try plan(edits, on: states).blocks.map(\.operations)
  }

  private func plan(_ edits: [FieldEdit], on states: [(FieldName, FieldState)]) throws -> EditPlan {
    var plan = EditPlan(
      of: .entry(.goal), entry: .journal,
      standpoint: Standpoint(now: LocalTime(universal: 0)), textLimit: 20, states: states)
    try plan.add(edits, on: PlainBasis())
    return plan
  }

  private func set(_ element: String) -> FieldState {
    FieldState(value: .set(AddWinsSet(adds: [ExactString(element): [0]])))
  }

  /// A register that shows the last of some values.
  private func register(_ values: String...) -> FieldState {
    let writes = values.enumerated().map { place, value in
      Register.Write(
        index: place, timestamp: Timestamp(rawValue: UInt64(place)), envelope: .zero, value: value)
    }
    return FieldState(value: .register(Register(writes: writes)))
  }

  private func text(_ text: String) -> FieldState {
    FieldState(value: .text(TextField(text: text)))
  }
}
