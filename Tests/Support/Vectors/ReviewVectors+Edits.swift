extension ReviewVectors {
  /// A text that a person saves over the one that is shown, and what must be recorded.
  struct EditCase {
    var name: String
    var events: [TextVectors.Event]
    var saved: String
    /// The hunks of the parts that it decides.
    var decides: [[Hunk]] = []
    var operations: [TextVectors.Operation]
  }

  static var savedTexts: [EditCase] { plain + woven }

  private static var plain: [EditCase] {
    let cases: [(String, String, String, [TextVectors.Operation])] = [
      (
        "a time is one unit", "at 14:30 sharp", "at 14:45 sharp",
        [.delete(at: 3, 5), .insert(at: 3, "14:45")]
      ),
      (
        "signs between units", "two cat sat", "two, cat sat!",
        [.insert(at: 3, ","), .insert(at: 12, "!")]
      ),
      (
        "two words with one that is shorter between", "I met two lawyers.",
        "I fired my architects.", [.delete(at: 2, 15), .insert(at: 2, "fired my architects")]
      ),
      (
        "the end of a sentence parts", "It rained. He ran.", "It poured. We ran.",
        [
          .delete(at: 3, 6), .insert(at: 3, "poured"), .delete(at: 11, 2),
          .insert(at: 11, "We"),
        ]
      ),
      ("a line among others", "A.\nB.\n", "A.\nC.\nB.\n", [.insert(at: 3, "C.\n")]),
      ("a line like the one before it", "A.\nA.\n", "A.\nA.\nA.\n", [.insert(at: 6, "A.\n")]),
      ("a sentence put in", "A b. C d.", "A b. E f. C d.", [.insert(at: 5, "E f. ")]),
      ("a sentence taken out", "A b. E f. C d.", "A b. C d.", [.delete(at: 5, 5)]),
    ]
    return cases.map { name, text, saved, operations in
      EditCase(name: name, events: [start(text)], saved: saved, operations: operations)
    }
  }

  /// `One cat. Two dogs.`, of which two made a fox and a hen: `One foxhen. Two dogs.` is given, and
  /// `One fox hen. Two dogs.` shown.
  private static var met: [TextVectors.Event] {
    let text = "One cat. Two dogs."
    return [
      start(text), by(1, after: [0], text, ("cat", "fox")), by(2, after: [0], text, ("cat", "hen")),
    ]
  }

  private static var woven: [EditCase] {
    let part = [Hunk(event: 1, number: 0), Hunk(event: 2, number: 0)]
    let answer = TextVectors.Operation.answer([(1, 0), (2, 0)])
    let cat = start("a cat b")
    let anew = { (text: String) -> [TextVectors.Operation] in
      [.delete(at: 0, 11)] + (text.isEmpty ? [] : [.insert(at: 0, text)])
    }
    return [
      EditCase(
        name: "beside what is woven", events: met, saved: "One fox hen. Two elks.",
        operations: [.delete(at: 16, 4), .insert(at: 16, "elks")]),
      EditCase(
        name: "inside of it", events: met, saved: "One fox and hen. Two dogs.",
        operations: anew("One fox and hen.")),
      EditCase(
        name: "at its end", events: met, saved: "One fox hen.… Two dogs.",
        operations: [.insert(at: 11, "…")]),
      EditCase(
        name: "over its end", events: met, saved: "One fox slept, two dogs.",
        operations: [.delete(at: 0, 15), .insert(at: 0, "One fox slept, two")]),
      EditCase(
        name: "all of it taken out", events: met, saved: "Two dogs.",
        operations: [.delete(at: 0, 12)]),
      EditCase(
        name: "decided as it stands", events: met, saved: "One fox hen. Two dogs.",
        decides: [part], operations: [answer] + anew("One fox hen.")),
      EditCase(
        name: "decided for a side", events: met, saved: "One hen. Two dogs.",
        decides: [part], operations: [answer] + anew("One hen.")),
      EditCase(
        name: "decided for nothing", events: met, saved: " Two dogs.",
        decides: [part], operations: [answer] + anew("")),
      EditCase(
        name: "decided, and other words changed with it", events: met, saved: "One hen. Two elks.",
        decides: [part],
        operations: [.delete(at: 16, 4), .insert(at: 16, "elks"), answer] + anew("One hen.")),
      EditCase(
        name: "inside of what asks nobody",
        events: [
          cat, by(1, after: [0], "a cat b", ("cat", "dog")),
          by(1, after: [1], "a dog b", ("dog", "cat")),
          by(2, after: [0], "a cat b", ("cat", "fox")),
        ], saved: "a fox c", operations: [.delete(at: 0, 10), .insert(at: 0, "a fox c")]),
    ]
  }

  static func value(of item: EditCase, by definition: Definition) -> VectorValue {
    let events = TextVectors.numbered(item.events)
    let account = definition.text(events)
    return .object([
      ("name", .text(item.name)),
      ("events", .list(zip(events, account.texts).map { TextVectors.value($0, text: $1) })),
      ("text", .text(account.text)), ("shown", .text(account.shown)),
      ("saved", .text(item.saved)),
      ("decides", .list(item.decides.map { .list($0.map(\.value)) })),
      ("operations", .list(item.operations.map(TextVectors.value))),
    ])
  }
}
