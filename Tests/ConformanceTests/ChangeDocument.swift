import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitJournal
import AfterwitText
import Testing

/// What `change.json` holds.
struct ChangeDocument: Decodable {
  struct Field: Decodable {
    let code, family: Int
    let name: String
  }
  struct Hunk: Decodable {
    let envelope: HexBytes
    let hunk: Int
  }
  struct Edit: Decodable {
    let at: Int?
    let insert: String?
    let delete: Int?
    let answer: [Hunk]?
    let same: Int?
  }
  struct Content: Decodable {
    let text: [Edit]?
    let register: String?
    let added, removed: [String]?
    let counted: Int?
    let list: [ListEdit]?
    let elements: [ElementField]?
    let presence: UInt8?
    let undone: [HexBytes]?
    let unknown: HexBytes?
  }
  struct ListEdit: Decodable {
    let at: Int?
    let insert, move, remove, restore: [HexBytes]?
    let unknown: HexBytes?
  }
  struct ElementField: Decodable {
    let element: HexBytes
    let field: String
    let family: UInt8
    let operations: Content
  }
  struct Block: Decodable {
    let offset: Int
    let entry: HexBytes
    let field: String
    let family: UInt8
    let operations: Content
  }
  struct Body: Decodable {
    let name, timestamp: String
    let followsPredecessor: Int
    let parents: [HexBytes]
    let blocks: [Block]
    let body: HexBytes
  }
  struct Refused: Decodable {
    let name, layer, reason: String
    let prefix: Int
    let body: HexBytes
  }
  struct Touching: Decodable {
    struct Touch: Decodable {
      let entry: HexBytes
      let does: String
    }
    let name: String
    let body: HexBytes
    let entries: [Touch]
  }
  struct Naming: Decodable {
    let entry: HexBytes
    let field: String
    let family: UInt8
    let device: HexBytes?
  }
  struct Shown: Decodable {
    let name: String
    let family: UInt8
    let text, shown: String?
    let others, elements: [String]?
    let sum: String?
    let list: [Element]?
  }
  struct Element: Decodable {
    let id: HexBytes
    let fields: [Shown]
    let parts: [Part]
  }
  struct Part: Decodable {
    let field: String
    let family, kind: UInt8
    let hunks: [Hunk]
  }
  struct View: Decodable {
    let name, kind: String
    let deleted: Int
    let entry, bytes, hash: HexBytes
    let fields: [Shown]
    let parts: [Part]
  }
  struct Digest: Decodable {
    struct Named: Decodable {
      let device: HexBytes
      let name: String
    }
    let hashes: [HexBytes]
    let devices: [Named]
    let digest: HexBytes
  }
  struct Held: Decodable {
    let ids: [HexBytes]
    let held: HexBytes
  }
  let fields, elementFields: [Field]
  let bodies: [Body]
  let refused: [Refused]
  let touches: [Touching]
  let names: [Naming]
  let views: [View]
  let digest: Digest
  let held: Held
}

extension ChangeDocument.Body {
  func change() throws -> Change {
    Change(
      timestamp: Timestamp(rawValue: try #require(UInt64(timestamp))),
      followsPredecessor: followsPredecessor == 1,
      parents: try parents.map { try #require(EnvelopeID($0.bytes)) },
      blocks: try blocks.flatMap { block in
        let key = FieldKey(
          entry: try #require(EntryID(block.entry.bytes)),
          field: FieldName(storedName: block.field, familyCode: block.family))
        guard let edits = block.operations.list else {
          return [Change.Block(key: key, operations: try block.operations.operations())]
        }
        let own = try edits.isEmpty ? [] : [Change.Block(key: key, operations: edits.operations())]
        return try own + (block.operations.elements ?? []).map { try $0.block(in: key) }
      })
  }
}

extension ChangeDocument.Content {
  func operations() throws -> Operations {
    if let text {
      return .text(try text.map { try $0.operation() })
    }
    if let register { return .register(register) }
    if let added, let removed {
      return .set(added: added.map { ExactString($0) }, removed: removed.map { ExactString($0) })
    }
    if let counted { return .counter(counted) }
    if let undone { return .undo(try undone.map { try #require(EnvelopeID($0.bytes)) }) }
    if let presence { return .presence(try #require(Operations.Presence(rawValue: presence))) }
    return .unknown(try #require(unknown).bytes)
  }
}

extension [ChangeDocument.ListEdit] {
  fileprivate func operations() throws -> Operations {
    if let unknown = first?.unknown { return .unknown(unknown.bytes) }
    return .list(
      ListEdits(
        puts: try compactMap { edit in
          guard let position = edit.at else { return nil }
          return ListEdits.Put(
            position: position,
            elements: try (edit.insert ?? edit.move ?? []).map { try $0.element() },
            isMove: edit.move != nil)
        },
        removed: try compactMap(\.remove).flatMap { try $0.map { try $0.element() } },
        restored: try compactMap(\.restore).flatMap { try $0.map { try $0.element() } }))
  }
}

extension ChangeDocument.ElementField {
  fileprivate func block(in list: FieldKey) throws -> Change.Block {
    Change.Block(
      key: FieldKey(
        entry: list.entry,
        element: ListElement(list: list.field, id: try element.element()),
        field: FieldName(storedName: field, familyCode: family)),
      operations: try operations.operations())
  }
}

extension HexBytes {
  fileprivate func element() throws -> ElementID { try #require(ElementID(bytes)) }
}

extension ChangeDocument.Edit {
  fileprivate func operation() throws -> TextOperation {
    if let answer {
      return .answer(
        try answer.map { hunk in
          HunkID(envelope: try #require(EnvelopeID(hunk.envelope.bytes)), number: hunk.hunk)
        })
    }
    if same == 1 { return .same }
    let position = try #require(at)
    if let insert { return .insert(position: position, text: insert) }
    return .delete(position: position, count: try #require(delete))
  }
}

extension ChangeDocument.Hunk {
  fileprivate func id() throws -> HunkID {
    HunkID(envelope: try #require(EnvelopeID(envelope.bytes)), number: hunk)
  }
}

extension ChangeDocument.View {
  /// The view, derived from fields in such states that it shows this.
  func view() throws -> EntryView {
    let states = try fields.map { try $0.named(asked: parts) }
    let elements = try fields.flatMap { field in
      try (field.list ?? []).map { element in
        EntryContent.Element(
          name: ListElement(
            list: FieldName(storedName: field.name, familyCode: field.family),
            id: try element.id.element()),
          presence: try element.parts.presence(),
          states: try element.fields.map { try $0.named(asked: element.parts) })
      }
    }
    return EntryView(
      id: try #require(EntryID(entry.bytes)),
      content: EntryContent(
        presence: try parts.presence(isHidden: deleted == 1),
        states: states + [(.kind, ChangeDocument.register([kind], of: []))], elements: elements))
  }
}

extension [ChangeDocument.Part] {
  /// A presence of which just this is asked.
  fileprivate func presence(isHidden: Bool = false) throws -> Presence {
    let marks = try filter { $0.kind == 3 }.map { part in
      let known = try part.hunks.enumerated().map { place, hunk in
        Presence.KnownChange(index: place, envelope: try hunk.id().envelope)
      }
      return Presence.Deletion(change: known[0], contestants: Array<_>(known.dropFirst()))
    }
    // An entry that nothing touches has no view.
    let touch = EntryTimes.Touch(index: 0, timestamp: Timestamp(rawValue: 0))
    return Presence(
      times: EntryTimes(first: [touch]), edits: [], hiding: isHidden ? [0] : [], deletions: marks)
  }
}

extension ChangeDocument.Shown {
  /// The field, in a state that shows this.
  fileprivate func named(asked parts: [ChangeDocument.Part]) throws -> (FieldName, FieldState) {
    let asked = try parts.filter { $0.field == name && $0.kind != 3 }.map {
      try $0.hunks.map { try $0.id() }
    }
    return (FieldName(storedName: name, familyCode: family), try state(asked: asked))
  }

  private func state(asked: [[HunkID]]) throws -> FieldState {
    if let sum { return FieldState(value: .counter(Counter(sum: try #require(Int(sum))))) }
    if let list { return try FieldState(decoding: Self.bytes(of: list)) }
    if let text {
      let standing = asked.map { hunks in
        StandingWords(place: 0..<0, words: "", hunks: hunks, isOpen: true)
      }
      return FieldState(value: .text(TextField(text: text, standing: standing)))
    }
    if let elements {
      let adds = elements.map { (ExactString($0), [0]) }
      return FieldState(value: .set(AddWinsSet(adds: Dictionary(uniqueKeysWithValues: adds))))
    }
    return ChangeDocument.register((others ?? []) + [shown ?? ""], of: asked.first ?? [])
  }
}

extension ChangeDocument.Shown {
  /// The bytes of a list with elements in this order, as a store keeps them.
  private static func bytes(of list: [ChangeDocument.Element]) -> [UInt8] {
    var builder = ByteBuilder()
    builder.append(contentsOf: [0, 6, 0, 0, 0])
    for element in list {
      builder.append(contentsOf: element.id.bytes + [0])
      builder.append(contentsOf: [UInt8](repeating: 0, count: 8 + 32))
      builder.append(0)
    }
    return builder.bytes
  }
}

extension ChangeDocument {
  /// A register whose last value is shown, written by the changes that are asked about.
  fileprivate static func register(_ values: [String], of hunks: [HunkID]) -> FieldState {
    let writes = values.enumerated().map { place, value in
      Register.Write(
        index: place, timestamp: Timestamp(rawValue: UInt64(place)),
        envelope: place < hunks.count ? hunks[place].envelope : .zero, value: value)
    }
    return FieldState(value: .register(Register(writes: writes)))
  }
}
