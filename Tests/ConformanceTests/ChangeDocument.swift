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
    let presence: UInt8?
    let unknown: HexBytes?
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
  let fields: [Field]
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
      blocks: try blocks.map { block in
        let entry = try #require(EntryID(block.entry.bytes))
        let field = FieldName(storedName: block.field, familyCode: block.family)
        return Change.Block(
          key: FieldKey(entry: entry, field: field), operations: try block.operations.operations())
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
    if let presence { return .presence(try #require(Operations.Presence(rawValue: presence))) }
    return .unknown(try #require(unknown).bytes)
  }
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
    let states = try fields.map { field in
      let asked = try parts.filter { $0.field == field.name }.map {
        try $0.hunks.map { try $0.id() }
      }
      return (
        FieldName(storedName: field.name, familyCode: field.family), field.state(asked: asked)
      )
    }
    return EntryView(
      id: try #require(EntryID(entry.bytes)), presence: try presence(),
      states: states + [(.kind, ChangeDocument.register([kind], of: []))])
  }

  private func presence() throws -> Presence {
    let marks = try parts.filter { $0.kind == 3 }.map { part in
      let known = try part.hunks.enumerated().map { place, hunk in
        Presence.KnownChange(index: place, envelope: try hunk.id().envelope)
      }
      return Presence.Deletion(change: known[0], contestants: Array(known.dropFirst()))
    }
    return Presence(
      times: EntryTimes(), edits: [], hiding: deleted == 1 ? [0] : [], deletions: marks)
  }
}

extension ChangeDocument.Shown {
  fileprivate func state(asked: [[HunkID]]) -> FieldState {
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
