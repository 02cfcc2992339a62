import AfterwitCausality
import AfterwitEncoding
import AfterwitText
import AfterwitVectors
import Testing

@testable import AfterwitTextArchive

@Suite("Vectors of stored histories", .serialized)
struct HistoryConformanceTests {
  struct Document: Decodable {
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
    }
    struct History: Decodable {
      let name, text: String
      let events: [Event]
      let snapshot, state: HexBytes
      let full: [HexBytes]
    }
    struct Update: Decodable {
      let name, history: String
      let known: Int
      let bytes: HexBytes
    }
    struct Refused: Decodable {
      let name: String
      let bytes: HexBytes
    }
    let histories: [History]
    let updates: [Update]
    let refused: [Refused]
  }

  @Test("histories.json is what the independent encoder makes")
  func file() throws {
    try VectorFile("vectors/histories.json").expect(HistoryVectors.document().json)
  }

  @Test("a history is written and read in each form, its marks too [AW-HIST-1]")
  func histories() throws {
    for item in try document().histories {
      let history = try Self.history(item.events)
      #expect(history.text == item.text, "\(item.name)")
      #expect(history.snapshot == item.snapshot.bytes, "\(item.name)")
      let opened =
        try [TextHistory(snapshot: item.snapshot.bytes)]
        + item.full.map { try TextHistory(fullHistory: $0.bytes) }
        + [TextHistory(fullHistory: history.fullHistory)]
      for copy in opened {
        #expect(Array(copy.events) == Array(history.events), "\(item.name)")
        #expect(copy.text == item.text, "\(item.name)")
      }
      #expect(try Self.columns(history.stateOnly) == Self.columns(item.state.bytes), "\(item.name)")
    }
  }

  @Test("an update brings what a replica lacks, or nothing at all [AW-HIST-3]")
  func updates() throws {
    let document = try document()
    for item in document.updates {
      let events = try #require(document.histories.first { $0.name == item.history }).events
      let whole = try Self.history(events)
      let known = try Self.history(Array(events.prefix(item.known)))
      #expect(whole.update(since: known.graph.frontier).bytes == item.bytes.bytes, "\(item.name)")
      var replica = known
      try replica.merge(TextUpdate(decoding: item.bytes.bytes))
      #expect(Array(replica.events) == Array(whole.events), "\(item.name)")
      guard item.known > 0 else { continue }
      var stranger = TextHistory()
      #expect(throws: TextUpdateFailure.self, "\(item.name)") {
        try stranger.merge(TextUpdate(decoding: item.bytes.bytes))
      }
      #expect(stranger.text.isEmpty, "\(item.name)")
    }
  }

  @Test("what is damaged or does not agree is refused [AW-HIST-1] [AW-HIST-2]")
  func refused() throws {
    for item in try document().refused {
      #expect(throws: DecodingFailure.self, "\(item.name)") {
        try TextHistory(snapshot: item.bytes.bytes)
      }
    }
  }

  private static func history(_ events: [Document.Event]) throws -> TextHistory {
    var history = TextHistory()
    for event in events {
      let order = TextOrder(
        device: try #require(DeviceID(event.device.bytes)), number: event.number,
        envelope: try #require(EnvelopeID(event.envelope.bytes)))
      let operations = try event.operations.map { try operation($0, of: events) }
      try history.append(
        TextEvent(order: order, parents: event.parents, operations: operations))
    }
    return history
  }

  private static func operation(
    _ edit: Document.Edit, of events: [Document.Event]
  ) throws -> TextOperation {
    if edit.same != nil { return .same }
    if let answer = edit.answer {
      return .answer(
        try answer.map { pair in
          HunkID(
            envelope: try #require(EnvelopeID(events[pair[0]].envelope.bytes)), number: pair[1])
        })
    }
    let position = try #require(edit.at)
    if let text = edit.insert { return .insert(position: position, text: text) }
    return .delete(position: position, count: try #require(edit.delete))
  }

  /// The two columns of a text alone, expanded.
  private static func columns(_ bytes: [UInt8]) throws -> [[UInt8]] {
    var reader = try ColumnReader(bytes, magic: Array("AWT1".utf8))
    let columns = [Array(try reader.next()), Array(try reader.next())]
    try reader.requireEnd()
    return columns
  }

  private func document() throws -> Document {
    try VectorFile("vectors/histories.json").decode()
  }
}
