extension ChangeVectors {
  static var refused: [VectorValue] { cut + notCanonical + answers + lists + badText + limits }

  private static let good = ChangeBytes(
    parents: [[UInt8](repeating: 0xa1, count: 32)], blocks: [(entry, .coded(3), .register("a"))])

  private static func value(
    _ name: String, _ reason: String, _ body: [UInt8], layer: String = "syntax",
    prefix: Bool = true
  ) -> VectorValue {
    .object([
      ("name", .text(name)), ("layer", .text(layer)), ("reason", .text(reason)),
      ("prefix", .count(prefix ? 1 : 0)), ("body", .bytes(body)),
    ])
  }

  private static func content(_ field: ChangeBytes.Field, _ bytes: [UInt8]) -> [UInt8] {
    ChangeBytes().prefix + ChangeBytes.block(entry, field, bytes)
  }

  private static var cut: [VectorValue] {
    let body = good.body
    return [
      value("nothing", "truncated", [], prefix: false),
      value("half a timestamp", "truncated", Array(body.prefix(4)), prefix: false),
      value("no parents", "truncated", Array(body.prefix(8)), prefix: false),
      value("half a parent", "truncated", Array(body.prefix(20)), prefix: false),
      value("no block", "truncated", good.prefix),
      value("half an entry", "truncated", Array(body.prefix(good.prefix.count + 5))),
      value("no field", "truncated", Array(body.prefix(good.prefix.count + 10))),
      value("no length", "truncated", Array(body.prefix(good.prefix.count + 11))),
      value("no operation", "truncated", content(.coded(3), [])),
      value("half a value", "truncated", content(.coded(3), [0, 2, 97])),
      value("a deletion without a count", "truncated", content(.coded(20), [1])),
      value("bytes behind a value", "trailingBytes", content(.coded(3), [0, 1, 97, 0])),
      value("bytes behind a presence", "trailingBytes", content(.coded(1), [0, 0])),
      value("a byte behind the last block", "truncated", body + [0]),
    ]
  }

  private static var notCanonical: [VectorValue] {
    let (low, high) = ([UInt8](repeating: 1, count: 32), [UInt8](repeating: 2, count: 32))
    func parents(_ parents: [[UInt8]]) -> [UInt8] {
      ChangeBytes(parents: parents, blocks: good.blocks).body
    }
    func blocks(_ fields: ChangeBytes.Field...) -> [UInt8] {
      ChangeBytes(blocks: fields.map { (entry, $0, .register("a")) }).body
    }
    let entries = ChangeBytes(blocks: [
      (otherEntry, .coded(3), .register("a")), (entry, .coded(3), .register("a")),
    ])
    return [
      value("parents that descend", "notCanonical", parents([high, low]), prefix: false),
      value("a parent twice", "notCanonical", parents([low, low]), prefix: false),
      value(
        "32 zeros as a parent", "unknownValue",
        parents([[UInt8](repeating: 0, count: 32), low]), prefix: false),
      value(
        "a long varint", "notCanonical", PlainEncoder.integer(0, width: 64) + [0x80, 0],
        prefix: false),
      value("fields that descend by name", "notCanonical", blocks(.coded(3), .coded(2))),
      value("a field twice", "notCanonical", blocks(.coded(3), .coded(3))),
      value("entries that descend", "notCanonical", entries.body),
      value(
        "a name of the table written out", "notCanonical", blocks(.named("title", family: 2))),
      value(
        "a name of the table with another family", "notCanonical",
        blocks(.named("title", family: 3))),
      value("an empty name", "unknownValue", blocks(.named("", family: 2))),
      value("an empty insertion", "notCanonical", content(.coded(20), [0, 0])),
      value("a deletion of none", "notCanonical", content(.coded(20), [1, 0])),
      value("an empty element", "notCanonical", content(.coded(6), [0, 0])),
      value("an element twice", "notCanonical", content(.coded(6), [0, 1, 97, 1, 1, 97])),
      value("elements that descend", "notCanonical", content(.coded(6), [0, 1, 98, 1, 1, 97])),
    ]
  }

  private static var lists: [VectorValue] {
    let (one, two) = (element(1), element(2))
    func list(_ edits: ChangeBytes.ListEdit...) -> [UInt8] {
      content(.coded(44), ChangeBytes.Content.list(edits, []).bytes)
    }
    func fields(
      _ fields: ChangeBytes.ElementEdit...
    ) -> [UInt8] {
      content(.coded(44), ChangeBytes.Content.list([], fields).bytes)
    }
    let value = ChangeBytes.Content.register("a")
    return [
      Self.value("a list of which nothing is done", "truncated", list()),
      Self.value("a run of none", "notCanonical", list(.insert(at: 0, []))),
      Self.value("a removal of none", "notCanonical", list(.remove([]))),
      Self.value("an element cut", "truncated", content(.coded(44), [3, 0, 1, 7])),
      Self.value(
        "an element put in twice", "notCanonical", list(.insert(at: 0, [one]), .move(to: 0, [one]))),
      Self.value("removals that descend", "notCanonical", list(.remove([two, one]))),
      Self.value("an element removed twice", "notCanonical", list(.remove([one, one]))),
      Self.value("two removals", "notCanonical", list(.remove([one]), .remove([two]))),
      Self.value(
        "a removal behind a restoration", "notCanonical", list(.restore([one]), .remove([two]))),
      Self.value(
        "a move behind a removal", "notCanonical", list(.remove([one]), .move(to: 0, [two]))),
      Self.value(
        "elements' fields that descend", "notCanonical",
        fields(.init(two, .coded(11), value), .init(one, .coded(11), value))),
      Self.value(
        "an element's field twice", "notCanonical",
        fields(.init(one, .coded(11), value), .init(one, .coded(11), value))),
      Self.value(
        "an element's name of the table written out", "notCanonical",
        fields(.init(one, .named("done", family: 2), value))),
      Self.value(
        "an element's field of no name", "unknownValue",
        fields(.init(one, .named("", family: 2), value))
      ),
      Self.value(
        "an element's field without operations", "truncated",
        fields(.init(one, .coded(11), .unknown([])))),
      Self.value(
        "bytes behind an element's value", "trailingBytes",
        fields(.init(one, .coded(11), .unknown([0, 1, 97, 0])))),
      Self.value("half an element", "truncated", content(.coded(44), [0] + one.prefix(9))),
      Self.value("nothing counted", "notCanonical", content(.coded(51), [0, 0])),
      Self.value("bytes behind a count", "trailingBytes", content(.coded(51), [0, 1, 0])),
    ]
  }

  private static var answers: [VectorValue] {
    let (low, high) = ([UInt8](repeating: 1, count: 32), [UInt8](repeating: 2, count: 32))
    func text(_ edits: ChangeBytes.Edit...) -> [UInt8] {
      content(.coded(20), ChangeBytes.Content.text(edits).bytes)
    }
    return [
      value("an answer cut in an id", "truncated", content(.coded(20), [6] + low.prefix(31))),
      value("a hunk without its number", "truncated", content(.coded(20), [6] + low)),
      value(
        "an answer to more hunks than there are", "truncated", content(.coded(20), [10] + low + [0])
      ),
      value(
        "hunks that descend", "notCanonical",
        text(.answer([ChangeBytes.Hunk(high, 0), ChangeBytes.Hunk(low, 0)]))),
      value(
        "hunks of one change that descend", "notCanonical",
        text(.answer([ChangeBytes.Hunk(low, 1), ChangeBytes.Hunk(low, 0)]))),
      value(
        "a hunk twice", "notCanonical",
        text(.answer([ChangeBytes.Hunk(low, 1), ChangeBytes.Hunk(low, 1)]))),
      value("same behind a deletion", "notCanonical", text(.delete(at: 0, 1), .same)),
      value("same twice", "notCanonical", text(.same, .same)),
      value("same before an insertion", "notCanonical", text(.same, .insert(at: 0, "a"))),
      value(
        "same before an insertion, and behind that what is not understood", "notCanonical",
        content(.coded(20), [3, 0, 1, 97, 2])),
      value(
        "same before an answer", "notCanonical", text(.same, .answer([ChangeBytes.Hunk(low, 0)]))),
      value(
        "a hunk 2147483648", "overLimit", text(.answer([ChangeBytes.Hunk(low, 2_147_483_648)])),
        layer: "limit"),
    ]
  }

  private static var badText: [VectorValue] {
    let surrogate: [UInt8] = [3, 0xed, 0xa0, 0x80]
    return [
      value("a surrogate in a text", "invalidText", content(.coded(20), [0] + surrogate)),
      value("a surrogate in a value", "invalidText", content(.coded(3), [0] + surrogate)),
      value("a surrogate in an element", "invalidText", content(.coded(6), [0] + surrogate)),
      value(
        "half a letter in a name", "invalidText",
        ChangeBytes().prefix + entry + [0, 1, 0xc3, 2, 2, 0, 0]),
    ]
  }

  private static var limits: [VectorValue] {
    func limit(_ name: String, _ body: [UInt8], prefix: Bool = true) -> VectorValue {
      value(name, "overLimit", body, layer: "limit", prefix: prefix)
    }
    let time = PlainEncoder.integer(0, width: 64)
    let name = String(repeating: "n", count: 129)
    return [
      limit("257 parents", time + PlainEncoder.varint(514), prefix: false),
      limit("a code behind the table", ChangeBytes().prefix + entry + [52, 2, 0, 0]),
      limit(
        "a name of 129 bytes",
        ChangeBytes(blocks: [(entry, .named(name, family: 2), .register("a"))]).body),
      limit("a block behind the end", ChangeBytes().prefix + entry + [3, 100, 0]),
      limit("an insertion behind the end", content(.coded(20), [0, 100, 97])),
      limit("a value of 4097 bytes", content(.coded(3), [0] + PlainEncoder.varint(4097))),
      limit("an element of 1025 bytes", content(.coded(6), [0] + PlainEncoder.varint(1025))),
      limit(
        "a deletion of 2147483648", content(.coded(20), [1] + PlainEncoder.varint(2_147_483_648))),
      value(
        "a position beyond 64 bits", "overflow",
        content(.coded(20), [UInt8](repeating: 0xff, count: 9) + [2, 1, 97])),
    ]
  }
}
