extension ChangeVectors {
  private static let low = [UInt8](repeating: 0xa1, count: 32)
  private static let high = [UInt8](repeating: 0xb2, count: 32)

  private static func undo(
    _ ids: [[UInt8]], of entry: [UInt8] = journal,
    in field: ChangeBytes.Field = ChangeBytes.undoField
  ) -> ChangeBytes {
    ChangeBytes(followsPredecessor: true, blocks: [(entry, field, .undo(ids))])
  }

  /// Changes that take others back.
  static var undoBodies: [(String, ChangeBytes)] {
    let value = ChangeBytes.Content.register("a")
    return [
      ("one change taken back", undo([low])), ("two changes taken back", undo([low, high])),
      (
        "a change taken back in another field of the family",
        undo([low], of: entry, in: .named("zest", family: 8))
      ),
      (
        "a form of undo that is not understood, beside a value",
        ChangeBytes(
          parents: [low],
          blocks: [
            (journal, ChangeBytes.undoField, .unknown([1] + low)), (entry, .coded(3), value),
          ])
      ),
      (
        "undo in a field of an element, where it is not understood",
        ChangeBytes(blocks: [
          (
            entry, .coded(44),
            .list([], [.init(element(1), ChangeBytes.undoField, .unknown([0] + low))])
          )
        ])
      ),
    ]
  }

  static var refusedUndos: [VectorValue] {
    func refused(_ name: String, _ reason: String, _ body: [UInt8]) -> VectorValue {
      .object([
        ("name", .text(name)), ("layer", .text("syntax")), ("reason", .text(reason)),
        ("prefix", .count(1)), ("body", .bytes(body)),
      ])
    }
    func content(_ bytes: [UInt8]) -> [UInt8] {
      ChangeBytes(blocks: [(journal, ChangeBytes.undoField, .unknown(bytes))]).body
    }
    func beside(_ entry: [UInt8], _ field: ChangeBytes.Field) -> [UInt8] {
      ChangeBytes(blocks: [
        (journal, ChangeBytes.undoField, .undo([low])), (entry, field, .undo([low])),
      ]).body
    }
    return [
      refused("nothing taken back", "truncated", content([0])),
      refused("a name of undo cut", "truncated", content([0] + low.dropLast())),
      refused("the second name of undo cut", "truncated", content([0] + low + high.dropLast())),
      refused("names of undo that descend", "notCanonical", undo([high, low]).body),
      refused("a name of undo twice", "notCanonical", undo([low, low]).body),
      refused(
        "a block of undo before another", "notCanonical",
        ChangeBytes(blocks: [
          (journal, ChangeBytes.undoField, .undo([low])), (entry, .coded(3), .register("a")),
        ]).body),
      refused(
        "a block of undo behind another", "notCanonical",
        ChangeBytes(blocks: [
          (journal, .named("a", family: 2), .register("a")),
          (journal, ChangeBytes.undoField, .undo([low])),
        ]).body),
      refused(
        "two blocks of undo", "notCanonical", beside(entry, .named("zest", family: 8))),
    ]
  }
}
