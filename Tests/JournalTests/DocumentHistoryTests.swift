import AfterwitDocument
import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitText
import Testing

@testable import AfterwitJournal

@Suite("Documents at random")
struct DocumentHistoryTests {
  private static let seed = Effort.seed ?? 16
  private static let again = "AFTERWIT_SEED=\(seed) swift test --filter DocumentHistoryTests"
  private static let standpoint = Standpoint(
    now: LocalTime(universal: 20_787 * 86_400_000))
  private static let lines = [
    "I went blank.", "# lesson", "\\# x", DocumentLine.border, "- a line", "  two in", "said: this",
    "\\said: that", "(skill)", "Ask (2026-12-01)", "brackets ()", "", "   ", "[x] boxed", "日本語です",
    "due: soon", "e\u{301}", "\u{202e}", "* star", "#",
  ]

  private var random = SeededGenerator(seed: seed)

  private mutating func words(_ count: Int) -> String {
    let lines = (0..<Int.random(in: 1...count, using: &random)).map { _ in
      Self.lines.randomElement(using: &random) ?? ""
    }
    let feed = Int.random(in: 0..<5, using: &random) == 0 ? "\r\n" : "\n"
    let end = ["", feed, " ", feed + feed].randomElement(using: &random) ?? ""
    return lines.joined(separator: feed) + end
  }

  private mutating func value(_ field: FieldDefinition) -> DocumentBasis.Value? {
    if field.name.family == .text { return .text(ShownText(words(4))) }
    switch field.rule {
    case .flag: return Bool.random(using: &random) ? .register("true") : nil
    case .date: return .register("2026-12-0\(Int.random(in: 1...9, using: &random))")
    case .choice(let all): return .register(all.randomElement(using: &random) ?? "")
    default:
      let word = String(Substring(words(1)).trimmed)
      if word.isEmpty { return nil }
      return field.name.family == .set ? .set([word, word + "!"]) : .register(word)
    }
  }

  private mutating func element(
    _ list: ListDefinition, _ id: ElementID, _ position: Int
  ) -> DocumentBasis.Element {
    DocumentBasis.Element(
      id: id, position: position,
      fields: list.fields.compactMap { field in
        guard Bool.random(using: &random) || field == list.mainField else { return nil }
        return value(field).map { DocumentBasis.Field(name: field.name, value: $0) }
      })
  }

  private mutating func basis(_ kind: Kind) -> DocumentBasis {
    var fields: [DocumentBasis.Field] = []
    for field in kind.fields where Bool.random(using: &random) {
      guard field.rule != .entry, field.rule != .origin, let value = value(field) else { continue }
      fields.append(DocumentBasis.Field(name: field.name, value: value))
    }
    for list in kind.lists where Bool.random(using: &random) {
      var position = 0
      let elements = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        position += Int.random(in: 1...3, using: &random)
        return element(list, ElementID(from: &random), position - 1)
      }
      let row = DocumentBasis.Row(placeCount: position + 1, elements: elements)
      fields.append(DocumentBasis.Field(name: list.name, value: .list(row)))
    }
    return DocumentBasis(
      entry: EntryID(from: &random), kind: kind, fields: fields)
  }

  @Test("The text as it was shown changes nothing")
  func untouched() throws {
    var test = self
    for kind in Kind.allCases {
      for round in 0..<300 {
        let basis = test.basis(kind)
        let text = basis.document(headings: [], notes: ["note"], from: Self.standpoint).text
        let edits = try basis.edits(from: text, to: text, seenFrom: Self.standpoint)
        #expect(edits.areNone && edits.notes.isEmpty, "round \(round) \(Self.again)\n\(text)")
      }
    }
  }

  @Test("What a document of other values does gives just those values")
  func becoming() throws {
    var test = self
    for kind in Kind.allCases {
      for round in 0..<300 {
        let (old, new) = (test.basis(kind), test.basis(kind))
        let names = (kind.fields.map(\.name) + kind.lists.map(\.name)).map(\.name.string)
        let shown = old.document(headings: names, notes: [], from: Self.standpoint).text
        let wanted = new.document(headings: names, notes: [], from: Self.standpoint).text
        let edits = try old.edits(from: shown, to: wanted, seenFrom: Self.standpoint)
        let outcome = DocumentModel(old, after: edits).basis
        let again = outcome.document(headings: names, notes: [], from: Self.standpoint).text
        let (left, right) = (
          try EntryDocument(reading: again, of: kind), try EntryDocument(reading: wanted, of: kind)
        )
        for name in names {
          #expect(left.lines(of: name) == right.lines(of: name), "round \(round) \(Self.again)")
        }
      }
    }
  }

  @Test("Items that are shuffled, taken out and put in stand as the document has them")
  func order() throws {
    var test = self
    let list = try #require(Kind.goal.list(named: "steps"))
    for round in 0..<2000 {
      var slots: [ElementID?] = []
      var elements: [DocumentBasis.Element] = []
      for _ in 0..<Int.random(in: 0...9, using: &test.random) {
        for _ in 0..<Int.random(in: 0...2, using: &test.random) { slots.append(nil) }
        let id = ElementID(from: &test.random)
        elements.append(DocumentBasis.Element(id: id, position: slots.count, fields: []))
        slots.append(id)
      }
      let row = DocumentBasis.Row(placeCount: slots.count, elements: elements)
      let basis = DocumentBasis(
        entry: EntryID(from: &test.random), kind: .goal,
        fields: [DocumentBasis.Field(name: list.name, value: .list(row))])
      var order = elements.map(\.id)
      var removed: [ElementID] = []
      for _ in 0..<Int.random(in: 0...3, using: &test.random) where !order.isEmpty {
        let id = order.remove(at: Int.random(in: order.indices, using: &test.random))
        if Bool.random(using: &test.random) {
          order.insert(id, at: Int.random(in: 0...order.count, using: &test.random))
        } else {
          removed.append(id)
        }
      }
      for _ in 0..<Int.random(in: 0...3, using: &test.random) {
        order.insert(
          ElementID(from: &test.random), at: Int.random(in: 0...order.count, using: &test.random))
      }
      let edits = basis.listEdits(list, order: order, removed: removed)
      for put in edits.puts {
        if put.isMove {
          for slot in slots.indices where put.elements.contains(where: { $0 == slots[slot] }) {
            slots[slot] = nil
          }
        }
        slots.insert(contentsOf: put.elements.map(Optional.some), at: put.position)
      }
      let standing = slots.compactMap(\.self).filter { !edits.removed.contains($0) }
      #expect(standing == order, "round \(round) \(Self.again)")
    }
  }
}

/// What an entry holds after the edits of a document, worked out plainly.
private struct DocumentModel {
  private(set) var basis: DocumentBasis

  init(_ old: DocumentBasis, after edits: DocumentEdits) {
    var fields = old.fields
    for edit in edits.edits {
      guard let name = old.kind.field(named: edit.field)?.name else { continue }
      let before = fields.first { $0.name == name }?.value
      fields.removeAll { $0.name == name }
      if let value = Self.value(before, edit) {
        fields.append(DocumentBasis.Field(name: name, value: value))
      }
    }
    var random = SeededGenerator(seed: 3)
    for edit in edits.lists {
      let row = old.row(of: edit.list)
      let list = edit.list
      var added = edit.added[...]
      let elements = edit.order.enumerated().map { index, id in
        let element = id.flatMap { id in row.elements.first { $0.id == id } }
        var fields = element?.fields ?? []
        let own = id == nil ? added.removeFirst() : edit.changed.first { $0.element == id }?.edits
        for edit in own ?? [] {
          guard let field = list.field(named: edit.field)?.name else { continue }
          fields.removeAll { $0.name == field }
          let value: DocumentBasis.Value =
            if case .replace(_, let text) = edit { .text(ShownText(text)) } else {
              .register(edit.text ?? "")
            }
          fields.append(DocumentBasis.Field(name: field, value: value))
        }
        return DocumentBasis.Element(
          id: id ?? ElementID(from: &random), position: index, fields: fields)
      }
      fields.removeAll { $0.name == edit.list.name }
      fields.append(
        DocumentBasis.Field(
          name: edit.list.name,
          value: .list(DocumentBasis.Row(placeCount: elements.count, elements: elements))))
    }
    basis = DocumentBasis(entry: old.entry, kind: old.kind, fields: fields)
  }

  private static func value(
    _ before: DocumentBasis.Value?, _ edit: FieldEdit
  ) -> DocumentBasis.Value? {
    var elements: [String] = []
    if case .set(let all)? = before { elements = all }
    switch edit {
    case .replace(_, let text), .append(_, let text): return .text(ShownText(text))
    case .set(_, let value): return .register(value)
    case .add(_, let value): return .set(elements + [value])
    case .remove(_, let value): return .set(elements.filter { $0 != value })
    }
  }
}
