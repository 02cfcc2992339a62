import AfterwitDocument
import AfterwitEncoding
import AfterwitReference
import AfterwitText
import Testing

/// What `reviews.json` holds.
struct ReviewDocument: Decodable {
  struct Identifier: Decodable {
    let field, written: String
    let entry, id: HexBytes
    let family, kind: UInt8
  }
  /// A unit: where it begins, where it ends, and its script.
  struct Unit: Decodable, Equatable {
    let start, end: Int
    let script: String

    init(start: Int, end: Int, script: String) {
      (self.start, self.end, self.script) = (start, end, script)
    }

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      (start, end) = (try list.decode(Int.self), try list.decode(Int.self))
      script = try list.decode(String.self)
    }
  }
  struct Units: Decodable {
    let text: String
    let units: [Unit]
  }
  struct Edit: Decodable {
    let at: Int?
    let insert: String?
    let delete: Int?
    let answer: [[Int]]?
    let same: Int?
  }
  struct Event: Decodable {
    let device, envelope: HexBytes
    let number: UInt64
    let parents: [Int]
    let operations: [Edit]
    let text: String
  }
  struct Hunk: Decodable {
    let hunk: [Int]
    let deletes: Int
    let inserts: String
  }
  struct Region: Decodable, Equatable {
    let base, together, now: String
    let sides: [String]
  }
  struct Part: Decodable {
    let number: Int
    let hunks: [[Int]]
    let sides, base, place: [Int]
    let region: Region
  }
  struct History: Decodable {
    let name, text, shown: String
    let events: [Event]
    let hunks: [Hunk]
    let conflicts, settled, twins: [[[Int]]]
    let takenOut: [Int]
    let parts: [Part]
  }
  struct SavedText: Decodable {
    let name, text, shown, saved: String
    let events: [Event]
    let decides: [[[Int]]]
    let operations: [Edit]
  }
  struct Change: Decodable {
    let device, envelope: HexBytes
    let number: UInt64
    let timestamp: String
    let parents: [Int]
    let touches: Int
    let register: String?
    let presence: Int?
  }
  struct Decision: Decodable {
    let sides, base, hunks: [Int]
  }
  struct Entry: Decodable {
    let name: String
    let changes: [Change]
    let hidden: Int
    let shown: String
    let beside: [String]
    let value, deletion: Decision?
  }
  let ids: [Identifier]
  let units: [Units]
  let histories: [History]
  let edits: [SavedText]
  let entries: [Entry]
}

extension [ReviewDocument.Event] {
  /// The events, in the words of the code.
  func textEvents() throws -> [TextEvent] {
    try map { event in
      let order = TextOrder(
        device: try #require(DeviceID(event.device.bytes)), number: event.number,
        envelope: try #require(EnvelopeID(event.envelope.bytes)))
      return TextEvent(
        order: order, parents: event.parents, operations: try event.operations.map(operation))
    }
  }

  /// The name of a hunk, from the place of its event and its number.
  func hunk(_ place: [Int]) throws -> HunkID {
    HunkID(envelope: try #require(EnvelopeID(self[place[0]].envelope.bytes)), number: place[1])
  }

  /// An operation, in the words of the code.
  func operation(_ edit: ReviewDocument.Edit) throws -> TextOperation {
    if let answer = edit.answer { return .answer(try answer.map(hunk).sorted()) }
    if edit.same == 1 { return .same }
    let position = try #require(edit.at)
    if let insert = edit.insert { return .insert(position: position, text: insert) }
    return .delete(position: position, count: try #require(edit.delete))
  }
}

extension ReviewDocument.History {
  /// The events, in the words of the code.
  func textEvents() throws -> [TextEvent] { try events.textEvents() }

  /// The name of a hunk, from the place of its event and its number.
  func hunk(_ place: [Int]) throws -> HunkID { try events.hunk(place) }

  /// Pairs of hunks, from places.
  func pairs(_ pairs: [[[Int]]]) throws -> Set<ReferenceConflict> {
    Set(try pairs.map { ReferenceConflict(try hunk($0[0]), try hunk($0[1])) })
  }
}

extension ReviewDocument.Entry {
  /// The changes, in the words of the oracle.
  func referenceChanges() throws -> [ReferenceChange] {
    try changes.map { change in
      ReferenceChange(
        order: TextOrder(
          device: try #require(DeviceID(change.device.bytes)), number: change.number,
          envelope: try #require(EnvelopeID(change.envelope.bytes))),
        timestamp: try #require(UInt64(change.timestamp)), parents: change.parents,
        value: change.register, mark: change.presence.map { $0 == 0 ? .deletes : .restores },
        touches: change.touches == 1)
    }
  }
}
