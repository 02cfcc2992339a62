extension ChangeVectors {
  static var views: VectorValue {
    let hunk = { (byte: UInt8, number: UInt64) in
      ChangeBytes.Hunk([UInt8](repeating: byte, count: 32), number)
    }
    let full: [(String, UInt8, Shown)] = [
      ("happened", 1, Shown.text("No offer.")), ("mood", 2, .register("2", ["", "4"])),
      ("tags", 3, .set(["caf\u{65}\u{301}", "caf\u{e9}", "work"])), ("zest", 2, .register("5", [])),
    ]
    return .list([
      view(View(name: "nothing but a kind", kind: "goal")),
      view(
        View(
          name: "a reflection, of which a value is asked", kind: "reflection", fields: full,
          parts: [Part(("mood", 2), kind: 2, [hunk(0xc1, 0), hunk(0xc2, 0), hunk(0xd0, 0)])])),
      view(
        View(
          name: "all kinds of reviews", kind: "reflection", fields: full,
          parts: [
            Part(("entry", 4), kind: 3, [hunk(0x0a, 0), hunk(0x0b, 0), hunk(0xf0, 0)]),
            Part(("happened", 1), kind: 1, [hunk(0x01, 0), hunk(0x01, 300)]),
            Part(("happened", 1), kind: 1, [hunk(0x01, 2), hunk(0x02, 0), hunk(0x03, 1)]),
            Part(("mood", 2), kind: 2, [hunk(0xc1, 0), hunk(0xc2, 0), hunk(0xd0, 0)]),
          ])),
      view(
        View(
          name: "a list and a counter", kind: "reflection",
          fields: [
            (
              "follow-ups", 6,
              .list([
                Element(id: 9, fields: [("done", 2, .register("true", []))]),
                Element(
                  id: 2,
                  fields: [
                    ("due", 2, .register("2026-12-01", ["2026-12-02"])),
                    ("what", 1, .text("Thank Ana")),
                  ],
                  parts: [
                    Part(("due", 2), kind: 2, [hunk(0xc1, 0), hunk(0xc2, 0)]),
                    Part(("entry", 4), kind: 3, [hunk(0x0a, 0), hunk(0x0b, 0)]),
                  ]),
                Element(id: 5),
              ])
            ),
            ("rehearsed", 5, .counter(9_223_372_036_854_775_807)),
          ])),
      view(
        View(
          name: "hidden, its kind unknown, and so nothing is asked", kind: "", deleted: true,
          fields: [("title", 2, .register("", ["before"]))])),
    ])
  }

  private enum Shown {
    case text(String)
    case register(String, [String])
    case set([String])
    case counter(UInt64)
    case list([Element])
  }

  private struct Element {
    var id: UInt8
    var fields: [(String, UInt8, Shown)] = []
    var parts: [Part] = []
  }

  private struct Part {
    var field: (name: String, family: UInt8)
    var kind: UInt8
    var hunks: [ChangeBytes.Hunk]

    init(_ field: (String, UInt8), kind: UInt8, _ hunks: [ChangeBytes.Hunk]) {
      (self.field, self.kind, self.hunks) = (field, kind, hunks)
    }

    var bytes: [UInt8] {
      PlainEncoder.blob(Array(field.name.utf8)) + [field.family, kind]
        + PlainEncoder.varint(UInt64(hunks.count))
        + hunks.flatMap { $0.envelope + PlainEncoder.varint($0.number) }
    }

    var value: VectorValue {
      .object([
        ("field", .text(field.name)), ("family", .count(Int(field.family))),
        ("kind", .count(Int(kind))),
        (
          "hunks",
          .list(
            hunks.map { hunk in
              .object([("envelope", .bytes(hunk.envelope)), ("hunk", .count(Int(hunk.number)))])
            })
        ),
      ])
    }
  }

  private struct View {
    var name: String
    var kind: String
    var deleted = false
    var fields: [(String, UInt8, Shown)] = []
    var parts: [Part] = []
  }

  private static func string(_ text: String) -> [UInt8] { PlainEncoder.blob(Array(text.utf8)) }

  private static func list(_ texts: [String]) -> [UInt8] {
    PlainEncoder.varint(UInt64(texts.count)) + Array(texts.map(string).joined())
  }

  private static func view(_ view: View) -> VectorValue {
    let fields = view.fields.map(field)
    var bytes = entry + string(view.kind) + [view.deleted ? 1 : 0] + fields.flatMap(\.bytes)
    if !view.parts.isEmpty { bytes += [0] + view.parts.flatMap(\.bytes) }
    return .object([
      ("name", .text(view.name)), ("entry", .bytes(entry)), ("kind", .text(view.kind)),
      ("deleted", .count(view.deleted ? 1 : 0)), ("fields", .list(fields.map(\.value))),
      ("parts", .list(view.parts.map(\.value))), ("bytes", .bytes(bytes)),
      ("hash", .bytes(PlainEncoder.sha256(PlainEncoder.domain("view") + bytes))),
    ])
  }

  private static func field(
    _ field: (name: String, family: UInt8, shown: Shown)
  ) -> (bytes: [UInt8], value: VectorValue) {
    var bytes = string(field.name) + [field.family]
    var members: [(name: String, value: VectorValue)] = [
      ("name", .text(field.name)), ("family", .count(Int(field.family))),
    ]
    switch field.shown {
    case .text(let text):
      bytes += string(text)
      members.append(("text", .text(text)))
    case .register(let value, let others):
      bytes += string(value) + list(others)
      members += [("shown", .text(value)), ("others", .list(others.map { .text($0) }))]
    case .set(let elements):
      bytes += list(elements)
      members.append(("elements", .list(elements.map { .text($0) })))
    case .counter(let sum):
      bytes += PlainEncoder.varint(sum)
      members.append(("sum", .text(String(sum))))
    case .list(let elements):
      bytes += PlainEncoder.varint(UInt64(elements.count))
      var values: [VectorValue] = []
      for shown in elements {
        let fields = shown.fields.map(Self.field)
        bytes += element(shown.id) + PlainEncoder.varint(UInt64(fields.count))
        bytes += fields.flatMap(\.bytes) + PlainEncoder.varint(UInt64(shown.parts.count))
        bytes += shown.parts.flatMap(\.bytes)
        values.append(
          .object([
            ("id", .bytes(element(shown.id))), ("fields", .list(fields.map(\.value))),
            ("parts", .list(shown.parts.map(\.value))),
          ]))
      }
      members.append(("list", .list(values)))
    }
    return (bytes, .object(members))
  }
}
