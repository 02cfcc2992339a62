import AfterwitJournal
import Testing

@testable import AfterwitCommand

@Suite("What is typed behind edit")
struct TypedEditsTests {
  static let meant: [([TypedEdits.Piece], [FieldEdit], Int?)] = [
    ([.text("a")], [.replace(field: "main", text: "a")], nil),
    ([.append("a"), .append("b")], [append("main", "a"), append("main", "b")], nil),
    ([.text("a"), .field("f")], [.replace(field: "f", text: "a")], nil),
    ([.append("a"), .field("f"), .append("b")], [append("f", "a"), append("f", "b")], nil),
    (
      [.append("a"), .field("f"), .text("b"), .field("g"), .append("c"), .append("d")],
      [append("main", "a"), .replace(field: "f", text: "b"), append("g", "c"), append("g", "d")],
      nil
    ),
    ([.input], [.replace(field: "main", text: "")], 0),
    ([.field("f"), .input], [.replace(field: "f", text: "")], 0),
    (
      [.field("f"), .field("g"), .text("a"), .input],
      [.replace(field: "g", text: "a"), .replace(field: "f", text: "")], 1
    ),
    (
      [.field("f"), .text("a"), .field("g"), .text("b"), .input],
      [
        .replace(field: "f", text: "a"), .replace(field: "g", text: "b"),
        .replace(field: "main", text: ""),
      ], 2
    ),
    (
      [.edit(.add(field: "t", value: "a")), .edit(.remove(field: "t", value: "a")), .text("b")],
      [
        .add(field: "t", value: "a"), .remove(field: "t", value: "a"),
        .replace(field: "main", text: "b"),
      ], nil
    ),
  ]

  private static func append(_ field: String, _ text: String) -> FieldEdit {
    .append(field: field, text: text)
  }

  @Test("each text goes to the field before it, in the order typed", arguments: meant)
  func edits(example: (pieces: [TypedEdits.Piece], edits: [FieldEdit], awaited: Int?)) throws {
    let typed = TypedEdits(pieces: example.pieces)
    try typed.check()
    let (edits, awaited) = try typed.edits(main: "main")
    #expect(edits == example.edits)
    #expect(awaited == example.awaited)
  }

  static let refused: [[TypedEdits.Piece]] = [
    [.text("a"), .append("b")], [.text("a"), .input], [.append("a"), .field("f"), .input],
    [.field("main"), .text("a"), .field("f"), .append("b"), .field("main"), .append("c")],
    [.field("f"), .field("g"), .text("a")], [.field("f"), .text("a"), .field("g")],
    [.field("f"), .field("g"), .field("h"), .text("a"), .input],
  ]

  @Test(
    "a field without a text, and texts of two kinds in one field, are refused", arguments: refused)
  func misfits(pieces: [TypedEdits.Piece]) {
    #expect(throws: CommandFailure.self) { try TypedEdits(pieces: pieces).edits(main: "main") }
  }

  @Test("without a text one field may be named, for the editor, and nothing beside it")
  func editor() throws {
    #expect(TypedEdits(pieces: []).areNone)
    #expect(TypedEdits(pieces: [.field("f")]).areNone)
    try TypedEdits(pieces: [.field("f")]).check()
    #expect(throws: CommandFailure.self) {
      try TypedEdits(pieces: [.field("f"), .field("g")]).check()
    }
    #expect(throws: CommandFailure.self) {
      try TypedEdits(pieces: [.field("f"), .edit(.add(field: "t", value: "a"))]).check()
    }
  }
}
