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
          name: "hidden, its kind unknown, and so nothing is asked", kind: "", deleted: true,
          fields: [("title", 2, .register("", ["before"]))])),
    ])
  }

  private enum Shown {
    case text(String)
    case register(String, [String])
    case set([String])
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

  private static func view(_ view: View) -> VectorValue {
    func string(_ text: String) -> [UInt8] { PlainEncoder.blob(Array(text.utf8)) }
    func list(_ texts: [String]) -> [UInt8] {
      PlainEncoder.varint(UInt64(texts.count)) + Array(texts.map(string).joined())
    }
    var bytes = entry + string(view.kind) + [view.deleted ? 1 : 0]
    var values: [VectorValue] = []
    for (field, family, shown) in view.fields {
      bytes += string(field) + [family]
      var members: [(name: String, value: VectorValue)] = [
        ("name", .text(field)), ("family", .count(Int(family))),
      ]
      switch shown {
      case .text(let text):
        bytes += string(text)
        members.append(("text", .text(text)))
      case .register(let value, let others):
        bytes += string(value) + list(others)
        members += [("shown", .text(value)), ("others", .list(others.map { .text($0) }))]
      case .set(let elements):
        bytes += list(elements)
        members.append(("elements", .list(elements.map { .text($0) })))
      }
      values.append(.object(members))
    }
    if !view.parts.isEmpty { bytes += [0] + view.parts.flatMap(\.bytes) }
    return .object([
      ("name", .text(view.name)), ("entry", .bytes(entry)), ("kind", .text(view.kind)),
      ("deleted", .count(view.deleted ? 1 : 0)), ("fields", .list(values)),
      ("parts", .list(view.parts.map(\.value))), ("bytes", .bytes(bytes)),
      ("hash", .bytes(PlainEncoder.sha256(PlainEncoder.domain("view") + bytes))),
    ])
  }
}
