extension ChangeVectors {
  private static let parent = [UInt8](repeating: 0xa1, count: 32)
  private static let otherParent = [UInt8](repeating: 0xb2, count: 32)

  static var bodies: [(String, ChangeBytes)] {
    [
      ("a first reflection", first), ("an edit of a text", edit), ("a merge", merge),
      (
        "a deletion",
        ChangeBytes(followsPredecessor: true, blocks: [(entry, .coded(1), .presence(0))])
      ),
      (
        "two entries restored",
        ChangeBytes(
          followsPredecessor: true,
          blocks: [(entry, .coded(1), .presence(1)), (otherEntry, .coded(1), .presence(1))])
      ),
      ("an answer to three hunks", answer), ("a twin taken out", same),
      ("a list", list), ("an edit of elements", elements),
      ("names written out", writtenOut), ("what is not understood", unknown),
      (
        "the greatest numbers",
        ChangeBytes(
          timestamp: .max,
          blocks: [
            (
              entry, .coded(20),
              .text([
                .insert(at: 4_611_686_018_427_387_903, "x"), .delete(at: 0, 2_147_483_647),
              ])
            )
          ])
      ),
    ]
  }

  private static var first: ChangeBytes {
    ChangeBytes(blocks: [
      (entry, .coded(20), .text([.insert(at: 0, "No offer.")])),
      (entry, .coded(2), .register("reflection")),
      (entry, .coded(6), .set([("hr", true), ("work", true)])),
    ])
  }

  private static var edit: ChangeBytes {
    ChangeBytes(
      followsPredecessor: true,
      blocks: [
        (
          entry, .coded(20),
          .text([
            .delete(at: 3, 5), .insert(at: 3, "\u{1f44d}\u{1f3fd}"), .insert(at: 40, "e\u{301}\n"),
          ])
        )
      ])
  }

  private static var merge: ChangeBytes {
    ChangeBytes(
      followsPredecessor: true, parents: [parent, otherParent],
      blocks: [
        (
          entry, .coded(6),
          .set([("cafe\u{301}", false), ("caf\u{e9}", true), ("hr", false), ("work", true)])
        ),
        (entry, .coded(3), .register("")),
      ])
  }

  private static var answer: ChangeBytes {
    ChangeBytes(
      followsPredecessor: true, parents: [otherParent],
      blocks: [
        (
          entry, .coded(20),
          .text([
            .delete(at: 2, 3),
            .answer([
              ChangeBytes.Hunk(parent, 0), ChangeBytes.Hunk(parent, 300),
              ChangeBytes.Hunk(otherParent, 2_147_483_647),
            ]),
            .insert(at: 2, "dog"), .answer([ChangeBytes.Hunk(otherParent, 0)]),
          ])
        )
      ])
  }

  private static var same: ChangeBytes {
    ChangeBytes(
      parents: [parent, otherParent],
      blocks: [
        (entry, .coded(20), .text([.same, .delete(at: 5, 3), .delete(at: 2, 1)])),
        (entry, .coded(24), .text([.same])),
      ])
  }

  private static var writtenOut: ChangeBytes {
    let device = [UInt8](repeating: 0xd1, count: 32)
    return ChangeBytes(
      parents: [parent],
      blocks: [
        (
          journal, .named("name:" + PlainEncoder.hexadecimal(device), family: 2),
          .register("desk")
        ),
        (entry, .named("zest", family: 2), .register("5")),
        (entry, .named("zest", family: 3), .set([("5", true)])),
        (entry, .named("\u{e9}lan", family: 200), .unknown([0, 255])),
      ])
  }

  private static var unknown: ChangeBytes {
    ChangeBytes(blocks: [
      (entry, .coded(1), .unknown([2])), (entry, .coded(21), .unknown([3, 1, 1, 7])),
      (entry, .coded(20), .unknown([0, 1, 97, 2, 7])),
      (
        entry, .coded(31),
        .list(
          [.unknown([10, 1, 1])],
          [
            .init(element(1), .coded(1), .unknown([2, 2])),
            .init(element(1), .named("x", family: 6), .unknown([0])),
            .init(element(2), .named("entry", family: 4), .unknown([0])),
          ])
      ),
      (entry, .coded(51), .unknown([9])), (entry, .named("rest", family: 7), .unknown([1])),
      (entry, .coded(6), .unknown([0, 1, 97, 2])), (entry, .coded(3), .unknown([1, 0])),
    ])
  }

  static func element(_ number: UInt8) -> [UInt8] { [UInt8](repeating: number, count: 10) }

  private static var list: ChangeBytes {
    ChangeBytes(
      followsPredecessor: true,
      blocks: [
        (entry, .coded(51), .counter(1)),
        (otherEntry, .coded(45), .list([.remove([element(9)])], [])),
        (
          otherEntry, .coded(44),
          .list(
            [
              .insert(at: 0, [element(7), element(3)]), .move(to: 70, [element(1)]),
              .insert(at: 2, [element(200)]), .remove([element(4), element(5)]),
              .restore([element(2)]),
            ],
            [
              .init(element(3), .coded(11), .register("true")),
              .init(element(3), .coded(9), .text([.insert(at: 0, "Ask Ana.")])),
              .init(element(7), .coded(9), .text([.insert(at: 0, "\u{1f4ee}")])),
            ])
        ),
      ])
  }

  private static var elements: ChangeBytes {
    ChangeBytes(
      followsPredecessor: true,
      blocks: [
        (
          entry, .coded(32),
          .list(
            [],
            [
              .init(element(3), .named("asked-again", family: 5), .counter(2_147_483_647)),
              .init(element(3), .coded(4), .text([.delete(at: 0, 4)])),
              .init(element(4), .named("heard-of", family: 3), .set([("Ana", true)])),
            ])
        )
      ])
  }

  static var digest: VectorValue {
    let hashes = [[UInt8](repeating: 0x10, count: 32), [UInt8](repeating: 0x05, count: 32)]
    let devices = [([UInt8](repeating: 0x0d, count: 32), "desk")]
    let bytes =
      Array(hashes.joined())
      + Array(devices.map { $0.0 + PlainEncoder.blob(Array($0.1.utf8)) }.joined())
    return .object([
      ("hashes", .list(hashes.map { .bytes($0) })),
      (
        "devices",
        .list(
          devices.map { .object([("device", .bytes($0.0)), ("name", .text($0.1))]) })
      ),
      ("digest", .bytes(PlainEncoder.sha256(PlainEncoder.domain("digest") + bytes))),
    ])
  }

  static var held: VectorValue {
    .object([
      ("ids", .list([.bytes(parent), .bytes(otherParent)])),
      (
        "held",
        .bytes(PlainEncoder.sha256(PlainEncoder.domain("held") + parent + otherParent))
      ),
    ])
  }
}
