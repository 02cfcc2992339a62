import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitText
import Testing

@Suite("Fields as the store keeps them")
struct FieldStateTests {
  static let states: [FieldState] = [
    FieldState(value: .unknown), FieldState(value: .unknown, notUnderstood: [0, 7, 70_000]),
    FieldState(value: .text(TextField())),
    FieldState(
      value: .text(
        TextField(
          text: "né e\u{301}\0👍🏽",
          heads: [.init(position: 0, index: 4), .init(position: 300, index: 900)],
          eventCount: 301)), notUnderstood: [5]),
    FieldState(
      value: .text(
        TextField(
          text: "né e\u{301}\0👍🏽", heads: [.init(position: 2, index: 9)], eventCount: 3,
          conflicts: TextConflicts([TextConflict(left: hunk(0), right: hunk(300))]),
          standing: [
            StandingWords(place: 0..<2, words: "née", hunks: [hunk(0).id], isOpen: true),
            StandingWords(place: 3..<3, words: "", hunks: [hunk(1).id, hunk(2).id], isOpen: false),
          ]))),
    FieldState(value: .register(Register())),
    FieldState(
      value: .register(
        Register(writes: [
          .init(index: 9, timestamp: Timestamp(rawValue: .max), envelope: .zero, value: ""),
          .init(index: 3, timestamp: Timestamp(rawValue: 0), envelope: .zero, value: "é"),
        ]))),
    FieldState(value: .set(AddWinsSet())),
    FieldState(value: .counter(Counter())), FieldState(value: .counter(Counter(sum: .max))),
    FieldState(value: .list(ListField())),
    FieldState(
      value: .set(
        AddWinsSet(adds: [
          ExactString("caf\u{e9}"): [1, 2], ExactString("cafe\u{301}"): [3],
          ExactString("a"): [4],
        ]))),
  ]

  private static func hunk(_ number: Int) -> KnownHunk {
    KnownHunk(index: number, id: HunkID(envelope: .zero, number: number))
  }

  @Test("are read as they were written", arguments: states)
  func roundTrip(state: FieldState) throws {
    #expect(try FieldState(decoding: state.bytes) == state)
    for count in 0..<state.bytes.count {
      #expect(throws: DecodingFailure.self) {
        try FieldState(decoding: Array(state.bytes.prefix(count)))
      }
    }
    #expect(throws: DecodingFailure.self) { try FieldState(decoding: state.bytes + [0]) }
  }

  @Test("damaged in any byte are refused, or read and shown, and never trap", arguments: states)
  func corruption(state: FieldState) {
    for offset in state.bytes.indices {
      for value in UInt8.min ... .max {
        var bytes = state.bytes
        bytes[offset] = value
        _ = (try? FieldState(decoding: bytes))?.view
      }
    }
  }

  private func change(_ index: Int) -> Presence.KnownChange {
    Presence.KnownChange(
      index: index, envelope: EnvelopeID([UInt8](repeating: UInt8(index % 251), count: 32)) ?? .zero
    )
  }

  @Test("presence is read as it was written")
  func presence() throws {
    let presence = Presence(
      times: EntryTimes(
        first: [EntryTimes.Touch(index: 1, timestamp: Timestamp(rawValue: .max))],
        last: [
          EntryTimes.Touch(index: 500, timestamp: Timestamp(rawValue: 1)),
          EntryTimes.Touch(index: 2, timestamp: Timestamp(rawValue: 2)),
        ]),
      edits: [change(1), change(500)], hiding: [2],
      deletions: [Presence.Deletion(change: change(2), contestants: [change(500)])])
    #expect(try Presence(decoding: presence.bytes) == presence)
    #expect(presence.isHidden)
    #expect(presence.created.rawValue == .max && presence.modified.rawValue == 2)
    for count in 0..<presence.bytes.count {
      #expect(throws: DecodingFailure.self) {
        try Presence(decoding: Array(presence.bytes.prefix(count)))
      }
    }
  }

  @Test("a register shows its latest write, and the others once each [AW-DOC-8]")
  func registerShows() {
    let values = ["b", "a", "b", "a", "c"]
    let writes = values.enumerated().map { place, value in
      Register.Write(
        index: place, timestamp: Timestamp(rawValue: UInt64(place / 4)),
        envelope: EnvelopeID([UInt8](repeating: UInt8(9 - place), count: 32)) ?? .zero,
        value: value)
    }
    let register = Register(writes: writes)
    #expect(register.shown == "c" && register.others == ["a", "b"])
    #expect(Register(writes: Array(writes.prefix(4))).shown == "b")
    #expect(Register(writes: writes.reversed()) == register)
    #expect(Register().shown == nil && Register().others.isEmpty)
  }

  @Test("strings are compared by their bytes [AW-DOC-13]")
  func exactStrings() {
    let (one, two) = (ExactString("caf\u{e9}"), ExactString("cafe\u{301}"))
    #expect(one.string == two.string && one != two && two < one)
    #expect(Set([one, two]).count == 2)
    // U+FFFF comes before U+10000 in UTF-8 and behind it in UTF-16.
    #expect(ExactString("\u{ffff}") < ExactString("\u{10000}"))
    #expect(ExactString("a") < ExactString("ab") && ExactString("") < ExactString("a"))
  }
}
