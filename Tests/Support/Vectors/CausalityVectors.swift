/// The content of `Protocol/vectors/causality.json`.
public enum CausalityVectors {
  private static let a = [UInt8](repeating: 0xa1, count: 32)
  private static let b = [UInt8](repeating: 0xb2, count: 32)
  private static let c = [UInt8](repeating: 0xc3, count: 32)
  private static let zeros = [UInt8](repeating: 0, count: 32)

  /// An envelope that is held when a change comes.
  private struct Held {
    var id: [UInt8]
    var kind = "change"
    var parents: [[UInt8]] = []
  }

  /// What becomes of a change.
  private enum Outcome {
    case placed([[UInt8]])
    case waits([[UInt8]])
    case void
  }

  /// Makes the document from nothing but the specification.
  public static func document() -> VectorValue {
    .object([
      ("format", .text("afterwit.vectors/1")),
      ("chapter", .text("3-causality")),
      (
        "about",
        .text(
          "'places' tell what becomes of a change beside what is held: placed, waits, or void (a "
            + "place without parents, and no effect). 'clocks' tell which timestamps one author gives."
        )
      ),
      ("places", .list(known + waiting + refused)), ("clocks", .list(clocks)),
    ])
  }

  private static func value(
    _ name: String, _ held: [Held], flag: Bool = false, _ parents: [[UInt8]],
    previous: [UInt8] = c, _ outcome: Outcome
  ) -> VectorValue {
    let change = ChangeBytes(
      followsPredecessor: flag, parents: parents,
      blocks: [(ChangeVectors.entry, .coded(3), .register("a"))])
    let fields: [(name: String, value: VectorValue)] =
      switch outcome {
      case .placed(let parents):
        [("outcome", .text("placed")), ("parents", .list(parents.map { .bytes($0) }))]
      case .waits(let missing):
        [("outcome", .text("waits")), ("for", .list(missing.map { .bytes($0) }))]
      case .void: [("outcome", .text("void"))]
      }
    return .object(
      [
        ("name", .text(name)),
        (
          "held",
          .list(
            held.map { item in
              .object([
                ("id", .bytes(item.id)), ("is", .text(item.kind)),
                ("parents", .list(item.parents.map { .bytes($0) })),
              ])
            })
        ), ("previous", .bytes(previous)), ("body", .bytes(change.body)),
      ] + fields)
  }

  private static let (changeA, changeB, changeC) = (Held(id: a), Held(id: b), Held(id: c))

  private static var known: [VectorValue] {
    let onA = Held(id: b, parents: [a])
    return [
      value("a first change", [], [], previous: zeros, .placed([])),
      value("a change on nothing that its author wrote", [changeC], [], .placed([])),
      value("the flag alone", [changeC], flag: true, [], .placed([c])),
      value("one that is named", [changeA, changeC], [a], .placed([a])),
      value(
        "two and the flag", [changeA, changeB, changeC], flag: true, [a, b], .placed([a, b, c])),
      value("a parent that is an ancestor of another", [changeA, onA], [a, b], .placed([b])),
      value(
        "an ancestor of the one before it", [changeA, Held(id: c, parents: [a])], flag: true, [a],
        .placed([c])),
    ]
  }

  private static var waiting: [VectorValue] {
    let (control, later) = (Held(id: b, kind: "control"), Held(id: b, kind: "unknown"))
    return [
      value("a parent that is not here", [changeC], [a], .waits([a])),
      value("two that are not here", [changeC], flag: true, [a, b], .waits([a, b])),
      value("a parent that waits itself", [Held(id: a, kind: "waiting")], [a], .waits([a])),
      value("a control envelope as a parent", [control], [b], .void),
      value("an envelope of another kind as a parent", [later], [b], .void),
      value("a control envelope beside a change", [changeA, control], [a, b], .void),
      value("a control envelope beside one that is not here", [control], [a, b], .waits([a])),
      value(
        "one that is not here behind a control envelope", [control], flag: true, [b], .waits([c])),
      value(
        "the flag behind a control envelope", [Held(id: c, kind: "control")], flag: true, [], .void),
    ]
  }

  private static var refused: [VectorValue] {
    let all = [changeA, changeB, changeC]
    return [
      value("the one before it in the list", all, [c], .void),
      value("the one before it in the list and the flag", all, flag: true, [c], .void),
      value("the one before it in the list, another not here", [changeC], [a, c], .void),
      value("the flag at number 1", all, flag: true, [], previous: zeros, .void),
      value("32 zeros in the list", all, [zeros], .void),
      value("32 zeros in the list at number 1", all, [zeros], previous: zeros, .void),
      value("parents that descend", all, [b, a], .void),
      value("a parent twice", all, [a, a], .void),
    ]
  }

  private static var clocks: [VectorValue] {
    let last = 281_474_976_710_655
    let cases: [(String, [(wall: Int, milliseconds: Int, counter: Int)])] = [
      (
        "a clock that is set back",
        [(1000, 1000, 0), (1000, 1000, 1), (990, 990, 0), (1002, 1002, 0), (1002, 1002, 1)]
      ),
      ("a clock beyond 48 bits", [(last + 1, last, 0), (last + 7, last, 1), (3, 3, 0)]),
    ]
    return cases.map { name, steps in
      .object([
        ("name", .text(name)),
        (
          "steps",
          .list(
            steps.map { step in
              .object([
                ("wall", .count(step.wall)), ("milliseconds", .count(step.milliseconds)),
                ("counter", .count(step.counter)),
              ])
            })
        ),
      ])
    }
  }
}
