import AfterwitDocument
import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitText
import Testing

@testable import AfterwitJournal

@Suite("An entry as one document")
struct EntryDocumentTests {
  private static let standpoint = Standpoint(
    now: LocalTime(universal: 20_787 * 86_400_000))

  private static func text(_ field: CodedField, _ text: String) -> DocumentBasis.Field {
    DocumentBasis.Field(name: FieldName(field), value: .text(ShownText(text)))
  }

  /// A list whose elements stand at every second place.
  private static func list(
    _ field: CodedField, _ elements: [[(CodedElementField, String)]]
  ) -> DocumentBasis.Field {
    DocumentBasis.Field(
      name: FieldName(field),
      value: .list(
        DocumentBasis.Row(
          placeCount: 2 * elements.count,
          elements: elements.enumerated().map { index, fields in
            DocumentBasis.Element(
              id: id(UInt8(index + 1)), position: 2 * index,
              fields: fields.map { name, value in
                let name = FieldName(ofElement: name)
                return DocumentBasis.Field(
                  name: name,
                  value: name.family == .text ? .text(ShownText(value)) : .register(value))
              })
          })))
  }

  private static func id(_ number: UInt8) -> ElementID {
    var random = SeededGenerator(seed: UInt64(number))
    return ElementID(from: &random)
  }

  private static let entry = EntryID([UInt8](repeating: 7, count: EntryID.byteCount)) ?? .journal

  private static let basis = DocumentBasis(
    entry: entry, kind: .reflection,
    fields: [
      text(.happened, "They asked about queues.\n\n# Then\nI went blank.\n"),
      DocumentBasis.Field(name: FieldName(.mood), value: .register("2")),
      DocumentBasis.Field(name: FieldName(.people), value: .set(["Ana", "Ben"])),
      DocumentBasis.Field(name: FieldName(.after), value: .register("0123456789abcdef")),
      list(
        .followUps,
        [
          [(.what, "Thank Ana"), (.due, "2026-12-04")], [(.what, "Ask Sam (the tall one)")],
          [(.what, "Write to them"), (.done, "true")],
        ]),
      list(
        .questions,
        [
          [(.asked, "How would you\nsaid: build it?"), (.said, "A table.\n\nThen nothing.")],
          [(.asked, "Why?"), (.wouldSay, "Because.")],
        ]),
    ])

  private static let shown = basis.document(
    headings: ["happened", "lesson"], notes: ["Acme, onsite"], from: standpoint
  ).text

  /// What a person does to the document that was shown.
  private func edits(_ old: String, _ new: String) throws -> DocumentEdits {
    #expect(Self.shown.contains(old))
    return try Self.basis.edits(
      from: Self.shown, to: Self.shown.replacing(old, with: new), seenFrom: Self.standpoint)
  }

  @Test("has a heading for each field, items for lists and sets, and the rest below a line")
  func form() {
    #expect(
      Self.shown == ##"""
        # happened

        They asked about queues.

        \# Then
        I went blank.

        # lesson

        # questions

        - How would you
          \said: build it?
          said: A table.

            Then nothing.
        - Why?
          would-say: Because.

        # follow-ups

        - [ ] Thank Ana (2026-12-04)
        - [ ] Ask Sam (the tall one) ()
        - [x] Write to them

        # mood

        2

        # people

        - Ana
        - Ben

        --- everything below this line is only for reading ---
        Acme, onsite
        after: 0123456789abcdef
        Other headings that may be added: title, starred, private, tags, occasion, on, at, organisation, role, stage, outcome, mood-after, after, support, feelings, goals, mantras, felt, mine, not-mine, next, story-situation, story-struggle, story-turn, story-result, story-learning, lacks, feedback, asks

        """##)
  }

  @Test("that was not touched changes nothing, whatever an editor does to its ends")
  func untouched() throws {
    for text in [
      Self.shown, Self.shown.replacing("\n", with: "\r\n"), "\n\n" + Self.shown + "\n\n",
      Self.shown.replacing("# people\n\n", with: "# people\n\n\n\n"),
    ] {
      let edits = try Self.basis.edits(from: Self.shown, to: text, seenFrom: Self.standpoint)
      #expect(edits.areNone && edits.notes.isEmpty)
    }
  }

  @Test("changes the fields that were touched, and no other")
  func fields() throws {
    var edits = try edits("I went blank.", "I went quite blank.")
    #expect(
      edits.edits == [
        .replace(
          field: "happened", text: "They asked about queues.\n\n# Then\nI went quite blank.\n")
      ])
    edits = try self.edits("# lesson\n", "# lesson\n\nSleep first.\n\n# Not mine\n\nThe room.\n")
    #expect(
      edits.edits == [
        .replace(field: "lesson", text: "Sleep first."),
        .replace(field: "not-mine", text: "The room."),
      ])
    edits = try self.edits("\n2\n", "\n4\n")
    #expect(edits.edits == [.set(field: "mood", value: "4")])
    edits = try self.edits("\n2\n", "\n")
    #expect(edits.edits == [.set(field: "mood", value: "")])
    edits = try self.edits("- Ben\n", "- Cy\n")
    #expect(
      edits.edits == [
        .remove(field: "people", value: "Ben"), .add(field: "people", value: "Cy"),
      ])
    #expect(edits.lists.isEmpty)
  }

  @Test("knows an item that was moved, reworded, ticked off or given a day")
  func items() throws {
    var edit = try #require(
      try edits(
        "- [ ] Thank Ana (2026-12-04)\n- [ ] Ask Sam (the tall one) ()\n- [x] Write to them\n",
        """
        - [ ] Write to all of them
        - [x] Thank Ana (2026-12-05)
        - A new one
        - [ ] Ask Sam (the tall one)

        """
      ).lists.first)
    #expect(edit.order == [Self.id(3), Self.id(1), nil, Self.id(2)])
    #expect(edit.added == [[.replace(field: "what", text: "A new one")]])
    #expect(edit.removed.isEmpty)
    #expect(
      edit.changed == [
        DocumentEdits.Changed(
          element: Self.id(3),
          edits: [
            .replace(field: "what", text: "Write to all of them"),
            .set(field: "done", value: ""),
          ]),
        DocumentEdits.Changed(
          element: Self.id(1),
          edits: [.set(field: "due", value: "2026-12-05"), .set(field: "done", value: "true")]),
      ])
    edit = try #require(try edits("- Why?\n  would-say: Because.\n", "").lists.first)
    #expect(edit.removed == [Self.id(2)] && edit.order == [Self.id(1)] && edit.changed.isEmpty)
    edit = try #require(try edits("    Then nothing.", "    Then something.").lists.first)
    #expect(
      edit.changed == [
        DocumentEdits.Changed(
          element: Self.id(1),
          edits: [.replace(field: "said", text: "A table.\n\nThen something.")])
      ])
  }

  @Test("tells the lines that were written where all is for reading")
  func notes() throws {
    let edits = try edits("Acme, onsite\n", "Acme, offsite\n")
    #expect(edits.areNone && edits.notes == ["Acme, offsite"])
    #expect(try self.edits("Acme, onsite\n", "").notes.isEmpty)
  }

  private static let misfits: [(String, String, DocumentMisfit)] = [
    ("# lesson\n", "", .headingMissing("lesson")),
    ("# lesson\n", "#lesson\n", .headingMissing("lesson")),
    ("# mood", "# lesson\n\n# mood", .headingDoubled("lesson")),
    ("# lesson", "# leson", .headingUnknown("leson", in: .reflection)),
    ("# happened", "My day\n\n# happened", .beforeHeadings("My day")),
    ("- Ana", "Ana", .noItem("Ana", heading: "people")),
    ("- [x] Write", "Write", .noItem("Write to them", heading: "follow-ups")),
    (DocumentLine.border + "\n", "", .lineMissing),
  ]

  @Test("that cannot be read is refused, and what is wrong is named", arguments: misfits)
  func refused(_ misfit: (old: String, new: String, DocumentMisfit)) throws {
    #expect(throws: misfit.2) { try edits(misfit.old, misfit.new) }
  }

  @Test("whose end was cut off is read all the same")
  func cutOff() throws {
    let end = try #require(Self.shown.firstRange(of: DocumentLine.border))
    let text = String(Self.shown[..<end.lowerBound])
    #expect(try Self.basis.edits(from: Self.shown, to: text, seenFrom: Self.standpoint).areNone)
  }
}
