extension ChangeVectors {
  static var touches: [VectorValue] {
    let same = ChangeBytes.Content.text([.same, .delete(at: 0, 1)])
    let later = ChangeBytes.Content.unknown(same.bytes + [2])
    let undone = ChangeBytes.Content.undo([[UInt8](repeating: 0xa1, count: 32)])
    let cases:
      [(
        String, [(entry: [UInt8], field: ChangeBytes.Field, content: ChangeBytes.Content)],
        [([UInt8], String)]
      )] = [
        ("a value", [(entry, .coded(3), .register("a"))], [(entry, "edit")]),
        ("a deletion", [(entry, .coded(1), .presence(0))], [(entry, "deletion")]),
        ("a restoration", [(entry, .coded(1), .presence(1))], [(entry, "restoration")]),
        ("a mark that is not understood", [(entry, .coded(1), .unknown([2]))], [(entry, "edit")]),
        (
          "a family that is not known", [(entry, .named("rest", family: 7), .unknown([1]))],
          [(entry, "edit")]
        ),
        (
          "a deletion beside an edit",
          [(entry, .coded(1), .presence(0)), (entry, .coded(3), .register("a"))],
          [(entry, "deletion")]
        ),
        (
          "a restoration beside an edit of another entry",
          [(entry, .coded(1), .presence(1)), (otherEntry, .coded(3), .register("a"))],
          [(entry, "restoration"), (otherEntry, "edit")]
        ),
        ("same alone", [(entry, .coded(20), same)], []),
        ("same before what is not understood", [(entry, .coded(20), later)], [(entry, "edit")]),
        (
          "same beside a value",
          [(entry, .coded(20), same), (entry, .coded(3), .register("a"))], [(entry, "edit")]
        ),
        (
          "same beside another entry's value",
          [(entry, .coded(20), same), (otherEntry, .coded(3), .register("a"))],
          [(otherEntry, "edit")]
        ),
        ("what is taken back", [(journal, ChangeBytes.undoField, undone)], []),
        (
          "what is taken back, in an entry's own field",
          [(entry, .named("zest", family: 8), undone)], []
        ),
        (
          "a form of undo that is not understood",
          [(entry, .named("zest", family: 8), .unknown([1]))], [(entry, "edit")]
        ),
        (
          "the name of a device", [(journal, .named(deviceName, family: 2), .register("desk"))],
          [(journal, "edit")]
        ),
      ]
    return cases.map { name, blocks, touched in
      .object([
        ("name", .text(name)), ("body", .bytes(ChangeBytes(blocks: blocks).body)),
        (
          "entries",
          .list(
            touched.map { .object([("entry", .bytes($0.0)), ("does", .text($0.1))]) })
        ),
      ])
    }
  }

  private static let deviceName = "name:" + String(repeating: "d1", count: 32)

  static var names: [VectorValue] {
    let device = [UInt8](repeating: 0xd1, count: 32)
    let cases: [(entry: [UInt8], field: String, family: Int, device: [UInt8]?)] = [
      (journal, deviceName, 2, device), (entry, deviceName, 2, nil), (journal, deviceName, 3, nil),
      (journal, deviceName, 200, nil), (journal, deviceName.uppercased(), 2, nil),
      (journal, "name:" + String(repeating: "D1", count: 32), 2, nil),
      (journal, String(deviceName.dropLast()), 2, nil), (journal, deviceName + "d1", 2, nil),
      (journal, "name:", 2, nil), (journal, String(deviceName.dropFirst(5)), 2, nil),
    ]
    return cases.map { item in
      .object(
        [
          ("entry", .bytes(item.entry)), ("field", .text(item.field)),
          ("family", .count(item.family)),
        ] + (item.device.map { [("device", .bytes($0))] } ?? []))
    }
  }
}
