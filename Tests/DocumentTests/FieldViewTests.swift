import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitText
import Testing

@Suite("What a field shows")
struct FieldViewTests {
  static let views: [(FieldFamily, FieldView)] = [
    (.text, .text("né e\u{301}\0👍🏽")), (.register, .register("b", others: [])),
    (.register, .register("", others: ["a", "c"])), (.set, .set(["a", "caf\u{e9}"])),
  ]

  @Test("is read by its family as it was written", arguments: views)
  func roundTrip(family: FieldFamily, view: FieldView) throws {
    var builder = ByteBuilder()
    view.encode(into: &builder)
    var cursor = ByteCursor(builder.bytes)
    #expect(try FieldView(decoding: &cursor, of: family) == view)
    try cursor.requireEnd()
    for count in 0..<builder.bytes.count {
      #expect(throws: DecodingFailure.self) {
        var cursor = ByteCursor(Array(builder.bytes.prefix(count)))
        _ = try FieldView(decoding: &cursor, of: family)
      }
    }
  }

  @Test("is nothing where no family keeps the field")
  func noFamily() {
    for family in [FieldFamily.presence, nil] {
      #expect(throws: DecodingFailure.self) {
        var cursor = ByteCursor([1, 97, 0])
        _ = try FieldView(decoding: &cursor, of: family)
      }
    }
    #expect(FieldState(value: .unknown, notUnderstood: [1]).view == nil)
    #expect(FieldState(value: .unknown).openParts(of: .kind).isEmpty)
  }

  @Test("is nothing in a field that holds nothing [AW-DOC-14]")
  func empty() {
    for value: FieldState.Value in [
      .text(TextField()), .register(Register()), .register(register("")), .set(AddWinsSet()),
    ] {
      let state = FieldState(value: value)
      #expect(state.view == nil && state.openParts(of: .kind).isEmpty)
    }
  }

  @Test("and what is under review in it are two things")
  func openParts() {
    let hunk = HunkID(envelope: .zero, number: 0)
    let emptied = FieldState(value: .text(TextField(text: "", openParts: [[hunk], [hunk, hunk]])))
    #expect(emptied.view == nil)
    #expect(emptied.openParts(of: .kind).map(\.kind) == [.overlap, .overlap])
    let cleared = FieldState(value: .register(register("before", "")))
    #expect(cleared.view == .register("", others: ["before"]))
    #expect(
      cleared.openParts(of: .kind)
        == [OpenPart(field: .kind, kind: .value, hunks: [hunk, hunk])])
    let alike = FieldState(value: .register(register("same", "same")))
    #expect(alike.view == .register("same", others: []) && alike.openParts(of: .kind).isEmpty)
    let set = FieldState(value: .set(AddWinsSet(adds: [ExactString("a"): [1, 2]])))
    #expect(set.view == .set(["a"]) && set.openParts(of: .kind).isEmpty)
  }

  @Test("an open part is read as it was written, and whatever else is refused")
  func partRoundTrip() throws {
    let hunks = [1, 300].map { HunkID(envelope: .zero, number: $0) }
    let part = OpenPart(field: .kind, kind: .value, hunks: hunks)
    var builder = ByteBuilder()
    part.encode(into: &builder)
    var cursor = ByteCursor(builder.bytes)
    #expect(try OpenPart(decoding: &cursor) == part)
    try cursor.requireEnd()
    for count in 0..<builder.bytes.count {
      #expect(throws: DecodingFailure.self) {
        var cursor = ByteCursor(Array(builder.bytes.prefix(count)))
        _ = try OpenPart(decoding: &cursor)
      }
    }
  }

  /// A register of concurrent writes, the last of which is shown.
  private func register(_ values: String...) -> Register {
    Register(
      writes: values.enumerated().map { place, value in
        Register.Write(
          index: place, timestamp: Timestamp(rawValue: UInt64(place)), envelope: .zero,
          value: value)
      })
  }
}
