import AfterwitDocument
import AfterwitEncoding
import AfterwitReference
import AfterwitText
import AfterwitVectors
import Foundation
import Testing

@Suite("Vectors of text", .serialized)
struct TextConformanceTests {
  struct Document: Decodable {
    struct Edit: Decodable {
      let at: Int?
      let insert: String?
      let delete: Int?
      let same: Int?
    }
    struct Event: Decodable {
      let device, envelope: HexBytes
      let number: UInt64
      let parents: [Int]
      let operations: [Edit]
      let undone: [Int]?
    }
    struct History: Decodable {
      let name, text: String
      let events: [Event]
    }
    struct Misfit: Decodable {
      let name, layer: String
      let events: [Event]
      let operation: Int
    }
    let histories: [History]
    let misfits: [Misfit]
  }

  @Test("text.json is what the independent encoder makes")
  func file() throws {
    let document = TextVectors.document { events, version in
      var reference = ReferenceText()
      for event in events { reference.append(TextEvent(event)) }
      return reference.text(at: version)
    }
    try VectorFile("vectors/text.json").expect(document.json)
  }

  @Test(
    """
    histories give their texts, by engine and definition [AW-DOC-6] [AW-DOC-7] [AW-DOC-18] \
    [AW-DOC-48] [AW-DOC-51]
    """)
  func histories() throws {
    for item in try document().histories {
      var engine = TextHistory()
      var reference = ReferenceText()
      for event in item.events {
        try engine.append(try TextEvent(event))
        reference.append(try TextEvent(event))
      }
      #expect(Array(engine.text.utf8) == Array(item.text.utf8), "\(item.name)")
      #expect(Array(reference.text.utf8) == Array(item.text.utf8), "\(item.name)")
    }
  }

  @Test("each rule of the order decides some history", arguments: Departure.allCases)
  func everyRuleMatters(departure: Departure) throws {
    let differing = try document().histories.filter { item in
      var departing = ReferenceText(departures: [departure])
      for event in item.events { departing.append(try TextEvent(event)) }
      return departing.text != item.text
    }
    #expect(!differing.isEmpty, "no vector depends on the rule that \(departure) breaks")
  }

  @Test("what does not fit is refused, and the rest stands [AW-DOC-12]")
  func misfits() throws {
    for item in try document().misfits {
      var engine = TextHistory()
      for event in item.events.dropLast() { try engine.append(try TextEvent(event)) }
      let before = engine.text
      let last = try TextEvent(try #require(item.events.last))
      #expect(throws: TextMisfit(operation: item.operation), "\(item.name)") {
        try engine.append(last)
      }
      #expect(engine.text == before && item.layer == "semantic", "\(item.name)")
    }
  }

  private func document() throws -> Document {
    try VectorFile("vectors/text.json").decode()
  }
}

extension TextEvent {
  fileprivate init(_ event: TextConformanceTests.Document.Event) throws {
    let order = TextOrder(
      device: try #require(DeviceID(event.device.bytes)), number: event.number,
      envelope: try #require(EnvelopeID(event.envelope.bytes)))
    let operations = event.operations.map { edit -> TextOperation in
      if edit.same != nil { return .same }
      guard let text = edit.insert else {
        return .delete(position: edit.at ?? 0, count: edit.delete ?? 0)
      }
      return .insert(position: edit.at ?? 0, text: text)
    }
    self.init(
      order: order, parents: event.parents, operations: operations, undone: event.undone ?? [])
  }

  init(_ event: TextVectors.Event, among events: [TextVectors.Event] = []) {
    let order = TextOrder(
      device: DeviceID([UInt8](repeating: event.device, count: 32)) ?? .zero,
      number: UInt64(event.number),
      envelope: EnvelopeID([UInt8](repeating: event.envelope, count: 32)) ?? .zero)
    let operations = event.operations.map { operation -> TextOperation in
      switch operation {
      case .insert(let position, let text): .insert(position: position, text: text)
      case .delete(let position, let count): .delete(position: position, count: count)
      case .answer(let hunks):
        .answer(
          hunks.map { hunk in
            let envelope = [UInt8](repeating: events[hunk.event].envelope, count: 32)
            return HunkID(envelope: EnvelopeID(envelope) ?? .zero, number: hunk.number)
          }.sorted())
      case .same: .same
      }
    }
    self.init(
      order: order, parents: event.parents, operations: operations, undone: event.undone)
  }
}
