/// The content of `Protocol/vectors/change.json`.
public enum ChangeVectors {
  /// The names with a code, from 1, and their families.
  public static let fields: [(String, Int)] = [
    ("entry", 4), ("kind", 2), ("title", 2), ("starred", 2), ("private", 2), ("tags", 3),
    ("occasion", 2), ("on", 2), ("organisation", 2), ("role", 2), ("stage", 2), ("outcome", 2),
    ("mood", 2), ("mood-after", 2), ("after", 2), ("people", 3), ("feelings", 3), ("goals", 3),
    ("mantras", 3), ("happened", 1), ("felt", 1), ("mine", 1), ("not-mine", 1), ("lesson", 1),
    ("next", 1), ("story-situation", 1), ("story-struggle", 1), ("story-turn", 1),
    ("story-result", 1), ("story-learning", 1), ("lacks", 6), ("questions", 6), ("feedback", 6),
    ("follow-ups", 6), ("asks", 6), ("state", 2), ("due", 2), ("cadence", 2), ("why", 1),
    ("wish", 1), ("result", 1), ("obstacle", 1), ("plan", 1), ("steps", 6), ("check-ins", 6),
    ("from", 3), ("words", 1), ("belief", 1), ("retired", 2), ("place", 2), ("recited", 5),
  ]

  /// The names of an element's fields with a code, from 1, and their families.
  public static let elementFields: [(String, Int)] = [
    ("of", 1), ("kind", 2), ("asked", 1), ("said", 1), ("would-say", 1), ("from", 2), ("on", 2),
    ("words", 1), ("what", 1), ("due", 2), ("done", 2), ("question", 1), ("answer", 1),
    ("note", 1), ("skipped", 2),
  ]

  static let entry: [UInt8] = Array(0x51...0x5a)
  static let otherEntry: [UInt8] = [UInt8](repeating: 0xee, count: 10)
  static let journal: [UInt8] = [UInt8](repeating: 0, count: 10)

  /// Makes the document from nothing but the specification.
  public static func document() -> VectorValue {
    .object([
      ("format", .text("afterwit.vectors/1")),
      ("chapter", .text("4-documents")),
      (
        "about",
        .text(
          "Bytes are hexadecimal. A body is read to its parts and written from them. 'prefix' 1 "
            + "tells that the prefix of a refused body can be read: the change keeps its parents."
        )
      ),
      ("fields", table(fields)), ("elementFields", table(elementFields)),
      ("bodies", .list((bodies + undoBodies).map { body($0.0, $0.1) })),
      ("refused", .list(refused + refusedUndos)), ("touches", .list(touches)),
      ("names", .list(names)),
      ("views", views), ("digest", digest), ("held", held),
    ])
  }

  private static func table(_ fields: [(String, Int)]) -> VectorValue {
    .list(
      fields.enumerated().map { place, field in
        .object([
          ("code", .count(place + 1)), ("name", .text(field.0)), ("family", .count(field.1)),
        ])
      })
  }

  private static func body(_ name: String, _ change: ChangeBytes) -> VectorValue {
    var offset = change.prefix.count
    var blocks: [VectorValue] = []
    for (entry, field, content) in change.blocks {
      blocks.append(
        .object([
          ("offset", .count(offset)), ("entry", .bytes(entry)),
          ("field", .text(field.name(in: fields))), ("family", .count(field.family(in: fields))),
          ("operations", value(content)),
        ]))
      offset += ChangeBytes.block(entry, field, content.bytes).count
    }
    return .object([
      ("name", .text(name)), ("timestamp", .text(String(change.timestamp))),
      ("followsPredecessor", .count(change.followsPredecessor ? 1 : 0)),
      ("parents", .list(change.parents.map { .bytes($0) })), ("blocks", .list(blocks)),
      ("body", .bytes(change.body)),
    ])
  }

  private static func value(_ content: ChangeBytes.Content) -> VectorValue {
    switch content {
    case .text(let edits):
      let list = edits.map { edit -> VectorValue in
        switch edit {
        case .insert(let position, let text):
          .object([("at", .count(Int(position))), ("insert", .text(text))])
        case .delete(let position, let count):
          .object([("at", .count(Int(position))), ("delete", .count(Int(count)))])
        case .answer(let hunks):
          .object([
            (
              "answer",
              .list(
                hunks.map { hunk in
                  .object([
                    ("envelope", .bytes(hunk.envelope)), ("hunk", .count(Int(hunk.number))),
                  ])
                })
            )
          ])
        case .same: .object([("same", .count(1))])
        }
      }
      return .object([("text", .list(list))])
    case .register(let value): return .object([("register", .text(value))])
    case .set(let elements):
      return .object([
        ("added", .list(elements.filter(\.isAdded).map { .text($0.element) })),
        ("removed", .list(elements.filter { !$0.isAdded }.map { .text($0.element) })),
      ])
    case .counter(let amount): return .object([("counted", .count(Int(amount)))])
    case .list(let edits, let changed):
      return .object([
        ("list", .list(edits.map(value))),
        (
          "elements",
          .list(
            changed.map { edit in
              .object([
                ("element", .bytes(edit.element)),
                ("field", .text(edit.field.name(in: elementFields))),
                ("family", .count(edit.field.family(in: elementFields))),
                ("operations", value(edit.content)),
              ])
            })
        ),
      ])
    case .presence(let presence): return .object([("presence", .count(Int(presence)))])
    case .undo(let ids): return .object([("undone", .list(ids.map { .bytes($0) }))])
    case .unknown(let bytes): return .object([("unknown", .bytes(bytes))])
    }
  }

  private static func value(_ edit: ChangeBytes.ListEdit) -> VectorValue {
    func members(_ name: String, _ place: UInt64?, _ elements: [[UInt8]]) -> VectorValue {
      .object(
        (place.map { [("at", .count(Int($0)))] } ?? [])
          + [(name, .list(elements.map { .bytes($0) }))])
    }
    return switch edit {
    case .insert(let position, let elements): members("insert", position, elements)
    case .move(let position, let elements): members("move", position, elements)
    case .remove(let elements): members("remove", nil, elements)
    case .restore(let elements): members("restore", nil, elements)
    case .unknown(let bytes): .object([("unknown", .bytes(bytes))])
    }
  }
}
