/// The content of `Protocol/vectors/histories.json`: texts with their changes in one sequence of
/// bytes.
public enum HistoryVectors {
  /// A history, event by event and as its rows.
  private struct Case {
    var name: String
    var events: [TextVectors.Event]
    var rows: HistoryBytes
    var heads: [(device: UInt8, number: Int, envelope: UInt8)]
  }

  /// Makes the document from nothing but the specification.
  public static func document() -> VectorValue {
    .object([
      ("format", .text("afterwit.vectors/1")),
      ("chapter", .text("9-stored-histories")),
      (
        "about",
        .text(
          "Events are those of text.json. 'snapshot' is written byte for byte; 'full' are histories "
            + "that must be read, compressed or not; 'state' is the text alone, not compressed."
        )
      ),
      ("histories", .list(cases.map(value))), ("updates", .list(updates)),
      ("refused", .list(refused)),
    ])
  }

  private static func value(_ item: Case) -> VectorValue {
    .object([
      ("name", .text(item.name)), ("events", .list(item.events.map { TextVectors.value($0) })),
      ("text", .text(item.rows.text)), ("snapshot", .bytes(item.rows.snapshot)),
      ("full", .list([.bytes(item.rows.full(.plain)), .bytes(item.rows.full(.deflated))])),
      ("state", .bytes(item.rows.state(heads: item.heads))),
    ])
  }

  private static func event(
    _ device: UInt8, _ number: Int, envelope: UInt8, on parents: [Int],
    _ operations: TextVectors.Operation...
  ) -> TextVectors.Event {
    TextVectors.Event(
      device: device, number: number, envelope: envelope, parents: parents,
      operations: operations)
  }

  private static var cases: [Case] { [empty, mended, typed, long, marked] }

  private static var empty: Case {
    Case(
      name: "nothing", events: [],
      rows: HistoryBytes(devices: [], stretches: [], text: "", inserted: ""), heads: [])
  }

  private static var mended: Case {
    Case(
      name: "two devices, a word mended",
      events: [
        event(1, 1, envelope: 0x11, on: [], .insert(at: 0, "abc")),
        event(1, 2, envelope: 0x12, on: [0], .delete(at: 1, 1)),
        event(2, 4, envelope: 0x21, on: [0], .insert(at: 3, "\u{e9}")),
      ],
      rows: HistoryBytes(
        stretches: [
          HistoryBytes.Stretch(units: 3, runs: [HistoryBytes.Run(kind: 0)], envelope: 0x11),
          HistoryBytes.Stretch(
            units: 1, parents: [(0, 0)], runs: [HistoryBytes.Run(kind: 1, move: -2)],
            envelope: 0x12),
          HistoryBytes.Stretch(
            device: 1, jump: 3, units: 1, parents: [(1, 0)],
            runs: [HistoryBytes.Run(kind: 0, move: 3)], envelope: 0x21),
        ], text: "ac\u{e9}", deleted: "b", inserted: "abc\u{e9}"),
      heads: [(1, 2, 0x12), (2, 4, 0x21)])
  }

  private static var typed: Case {
    Case(
      name: "typed letter by letter, and taken back, without envelopes",
      events: [
        event(1, 1, envelope: 0, on: [], .insert(at: 0, "a")),
        event(1, 2, envelope: 0, on: [0], .insert(at: 1, "b")),
        event(1, 3, envelope: 0, on: [1], .insert(at: 2, "c")),
        event(1, 4, envelope: 0, on: [2], .delete(at: 2, 1), .delete(at: 1, 1)),
      ],
      rows: HistoryBytes(
        devices: [1],
        stretches: [
          HistoryBytes.Stretch(count: 3, units: 1, runs: [HistoryBytes.Run(kind: 0)]),
          HistoryBytes.Stretch(
            units: 2, parents: [(0, 0)], runs: [HistoryBytes.Run(kind: 2)]),
        ], text: "a", deleted: "bc", inserted: "abc"),
      heads: [(1, 4, 0)])
  }

  private static var long: Case {
    let letters = String(repeating: "x", count: 200)
    return Case(
      name: "a long run, and a cursor that moves far",
      events: [
        event(1, 1, envelope: 0x11, on: [], .insert(at: 0, letters), .delete(at: 0, 2)),
        event(2, 1, envelope: 0x21, on: [], .insert(at: 0, "y")),
        event(2, 2, envelope: 0x22, on: [0, 1], .insert(at: 199, "z")),
      ],
      rows: HistoryBytes(
        stretches: [
          HistoryBytes.Stretch(
            units: 202,
            runs: [HistoryBytes.Run(kind: 0, length: 200), HistoryBytes.Run(kind: 1, move: -200)],
            envelope: 0x11),
          HistoryBytes.Stretch(
            device: 1, units: 1, runs: [HistoryBytes.Run(kind: 0)], envelope: 0x21),
          HistoryBytes.Stretch(
            device: 1, units: 1, parents: [(1, 0), (0, 0)],
            runs: [HistoryBytes.Run(kind: 0, move: 198)], envelope: 0x22),
        ], text: String(letters.dropLast(2)) + "yz", deleted: "xx", inserted: letters + "yz"),
      heads: [(2, 2, 0x22)])
  }

  private static var marked: Case {
    let hunks = [
      ChangeBytes.Hunk([UInt8](repeating: 0x12, count: 32), 0),
      ChangeBytes.Hunk([UInt8](repeating: 0x21, count: 32), 0),
    ]
    return Case(
      name: "an answer, and a twin taken out",
      events: [
        event(1, 1, envelope: 0x11, on: [], .insert(at: 0, "cat")),
        event(1, 2, envelope: 0x12, on: [0], .delete(at: 0, 3), .insert(at: 0, "dog")),
        event(2, 1, envelope: 0x21, on: [0], .delete(at: 0, 3), .insert(at: 0, "fox")),
        event(
          2, 2, envelope: 0x22, on: [1, 2], .insert(at: 6, "!"),
          .answer([(event: 1, number: 0), (event: 2, number: 0)]), .delete(at: 3, 3)),
        event(1, 3, envelope: 0x13, on: [1], .same, .delete(at: 2, 1)),
      ],
      rows: HistoryBytes(
        stretches: [
          HistoryBytes.Stretch(units: 3, runs: [HistoryBytes.Run(kind: 0)], envelope: 0x11),
          HistoryBytes.Stretch(
            units: 6, parents: [(0, 0)],
            runs: [HistoryBytes.Run(kind: 1, move: -3, length: 3), HistoryBytes.Run(kind: 0)],
            envelope: 0x12),
          HistoryBytes.Stretch(
            device: 1, units: 6, parents: [(1, 0)],
            runs: [HistoryBytes.Run(kind: 1, length: 3), HistoryBytes.Run(kind: 0)],
            envelope: 0x21),
          HistoryBytes.Stretch(
            device: 1, units: 4, parents: [(1, 0), (0, 0)],
            runs: [
              HistoryBytes.Run(kind: 0, move: 3, length: 1), HistoryBytes.Run(kind: 1, move: -4),
            ], envelope: 0x22),
          HistoryBytes.Stretch(
            units: 1, parents: [(2, 0)], runs: [HistoryBytes.Run(kind: 1, move: -1)],
            envelope: 0x13),
        ],
        marks: [(3, 1, .answer(hunks)), (4, 0, .same)], text: "do!", deleted: "gfoxcat",
        inserted: "catdogfox!"),
      heads: [(2, 2, 0x22), (1, 3, 0x13)])
  }

  private static var updates: [VectorValue] {
    let whole = mended.rows
    var rest = whole
    rest.stretches = [
      HistoryBytes.Stretch(units: 0, envelope: 0x11), whole.stretches[1], whole.stretches[2],
    ]
    rest.inserted = "\u{e9}"
    rest.stretches[1].runs = [HistoryBytes.Run(kind: 1, move: 1)]
    return [
      ("everything", 0, 0, whole), ("what follows the first event", 1, 1, rest),
    ].map { name, named, known, rows in
      .object([
        ("name", .text(name)), ("history", .text(mended.name)), ("known", .count(known)),
        ("bytes", .bytes(rows.update(named: named))),
      ])
    }
  }

  private static var refused: [VectorValue] {
    let rows = mended.rows
    let good = rows.snapshot
    var (sum, magic) = (good, good)
    sum[good.count - 1] ^= 1
    magic[3] = 0x32
    var (more, fewer) = (rows, rows)
    more.deleted = "bb"
    fewer.deleted = ""
    let cases: [(String, [UInt8])] = [
      ("nothing", []), ("another magic", magic), ("another checksum", sum),
      ("a byte cut off", Array(good.dropLast())), ("a column less", rows.withoutText),
      ("half a device", rows.snapshot(replacing: 1, with: [1, 2])),
      ("a device that is none", rows.snapshot(replacing: 2, with: [0, 0, 2])),
      ("an author less", rows.snapshot(replacing: 2, with: [0, 0])),
      ("a number too many", rows.snapshot(replacing: 3, with: [0, 0, 6, 0])),
      ("a stretch of no events", rows.snapshot(replacing: 4, with: [1, 0, 1])),
      ("a parent before the first", rows.snapshot(replacing: 7, with: [0, 2])),
      ("a kind of run that is none", rows.snapshot(replacing: 9, with: [3, 5, 4])),
      ("a cursor before the start", rows.snapshot(replacing: 11, with: [9, 6])),
      ("a mark of an event that is none", rows.snapshot(replacing: 13, with: [3, 0, 1, 3])),
      ("a mark that inserts", rows.snapshot(replacing: 13, with: [0, 0, 3, 0, 1, 0x61])),
      ("an envelope less", rows.snapshot(replacing: 14, with: [UInt8](repeating: 1, count: 64))),
      ("more text than was inserted", more.snapshot),
      ("less text than was inserted", fewer.snapshot),
    ]
    return cases.map { .object([("name", .text($0.0)), ("bytes", .bytes($0.1))]) }
  }
}
