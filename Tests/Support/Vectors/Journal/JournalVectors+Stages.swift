extension JournalVectors {
  static func value(
    _ stage: (name: String, arrived: [Int]), _ account: Account, places: [[UInt8]]
  ) -> VectorValue {
    let named = { (ids: [[UInt8]]) -> VectorValue in
      .list(places.indices.filter { ids.contains(places[$0]) }.map { .count($0) })
    }
    return .object([
      ("name", .text(stage.name)), ("arrived", .list(stage.arrived.map { .count($0) })),
      ("held", named(account.held)), ("waiting", named(account.waiting)),
      ("withoutEffect", named(account.withoutEffect)),
      (
        "aside",
        .list(
          account.aside.map { item in
            .object([
              ("envelope", .count(places.firstIndex(of: item.envelope) ?? -1)),
              ("entry", .bytes(item.entry)), ("field", .text(item.field)),
            ])
          })
      ),
      ("entries", .list(account.entries.map(entry))),
      (
        "devices",
        .list(
          account.names.map { .object([("device", .bytes($0.device)), ("name", .text($0.name))]) })
      ),
      ("parts", .list(account.parts.map(part))),
      ("digest", .bytes(account.digest)), ("heldHash", .bytes(account.heldHash)),
    ])
  }

  private static func entry(_ entry: Entry) -> VectorValue {
    .object([
      ("entry", .bytes(entry.id)), ("kind", .text(entry.kind)),
      ("hidden", .count(entry.isHidden ? 1 : 0)),
      ("created", .text(String(entry.times.created))),
      ("modified", .text(String(entry.times.modified))),
      ("fields", .list(entry.fields.map(field))),
      ("view", .bytes(entry.view)),
    ])
  }

  private static func field(_ item: (name: String, family: UInt8, shown: Shown)) -> VectorValue {
    let texts = { (texts: [String]) -> VectorValue in .list(texts.map { .text($0) }) }
    let shown: [(name: String, value: VectorValue)] =
      switch item.shown {
      case .text(let text): [("text", .text(text))]
      case .register(let value, let others): [("shown", .text(value)), ("others", texts(others))]
      case .set(let elements): [("elements", texts(elements))]
      case .counter(let count): [("count", .count(count))]
      case .list(let elements):
        [
          (
            "list",
            .list(
              elements.map {
                .object([("element", .bytes($0.id)), ("fields", .list($0.fields.map(field)))])
              })
          )
        ]
      }
    return .object([("name", .text(item.name)), ("family", .count(Int(item.family)))] + shown)
  }

  private static func part(_ part: Part) -> VectorValue {
    let sides = part.sides.map { side -> VectorValue in
      let words = side.words.map { [("words", VectorValue.text($0))] } ?? []
      return .object([("device", .bytes(side.device))] + words)
    }
    let words: [(name: String, value: VectorValue)] =
      part.words.map {
        [("base", .text($0.base))] + ($0.together.map { [("together", .text($0))] } ?? [])
          + [("now", .text($0.now))]
      } ?? []
    return .object(
      [
        ("review", .bytes(part.review.id)), ("kind", .count(Int(part.review.kind))),
        ("entry", .bytes(part.review.entry)), ("field", .text(part.review.field)),
        ("number", .count(part.number)), ("sides", .list(sides)),
      ] + words)
  }
}
