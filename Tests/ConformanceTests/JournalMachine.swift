import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitJournal
import AfterwitSealing
import AfterwitStore
import AfterwitText
import AfterwitWire
import Foundation
import Testing

@testable import AfterwitDevice

/// A machine with the keys of a member of the vectors' journal, and a home of its own.
struct JournalMachine {
  let device: Device
  private let identity: Identity

  /// Runs a body with a machine of a member, and removes its home.
  static func with(
    _ document: JournalDocument, reader: String, _ body: (JournalMachine) throws -> Void
  ) throws {
    let folder = NSTemporaryDirectory() + "machine-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let machine = try JournalMachine(document, reader: reader, home: Home(path: folder))
    defer { machine.device.close() }
    try body(machine)
  }

  private init(_ document: JournalDocument, reader: String, home: Home) throws {
    let member = try #require(document.members.first { $0.name == reader })
    let genesis = try #require(EnvelopeID(document.genesis.bytes))
    identity = Identity(
      journal: try Envelope(parsing: document.envelopes[0].bytes.bytes).header.journal,
      genesis: genesis,
      keys: try DeviceKeys(
        decoding: member.signingSeed.bytes + member.agreementSeed.bytes
          + [UInt8](repeating: 0, count: 32)))
    let store = try Store.create(inFolder: home.path)
    try store.upgradeIfNeeded()
    device = Device(home: home, store: store, identity: identity, environment: .system)
    try store.write { [identity] in try identity.save($0, in: home) }
  }

  /// Takes a page of envelopes as it came, and records nothing.
  func admit(_ page: [[UInt8]]) throws {
    try device.store.write { transaction in
      var admitter = try Admitter(transaction, identity: identity)
      _ = try admitter.admit(IncomingEnvelope.unchecked(page))
    }
  }

  /// What is held and shown must be what a stage says.
  func expect(_ stage: JournalDocument.Stage, of document: JournalDocument) throws {
    let ids = try document.envelopes.map { try #require(EnvelopeID($0.id.bytes)) }
    let status = try device.status()
    #expect(status.digest == stage.digest.bytes, "\(stage.name)")
    #expect(status.held == stage.heldHash.bytes, "\(stage.name)")
    try device.store.read { transaction in
      let standing = try ids.map { try transaction.standing(of: $0) }
      let places = { (isMeant: (Standing?) -> Bool) in
        standing.indices.filter { isMeant(standing[$0]) }
      }
      #expect(places { $0 != nil } == stage.held, "\(stage.name)")
      #expect(places { $0 == .waiting } == stage.waiting, "\(stage.name)")
      #expect(places { $0 == .quarantined } == stage.withoutEffect, "\(stage.name)")
      let names = stage.devices.map { ($0.device.bytes, $0.name) }
      let found = try transaction.deviceNames().map { ($0.key.bytes, $0.value) }
      #expect(Dictionary(uniqueKeysWithValues: names) == Dictionary(uniqueKeysWithValues: found))
      #expect(try transaction.allEntries().map(\.bytes) == stage.entries.map(\.entry.bytes))
      for entry in stage.entries {
        try expect(entry, in: transaction)
        try expectAside(stage.aside, of: entry.entry.bytes, named: ids, in: transaction)
      }
    }
    try expectParts(stage)
  }

  private func expect(_ entry: JournalDocument.Entry, in transaction: Transaction) throws {
    let id = try #require(EntryID(entry.entry.bytes))
    let view = try #require(try transaction.view(of: id))
    #expect(view.canonicalBytes == entry.view.bytes, "\(entry.fields)")
    #expect(view.kindName == entry.kind && view.isDeleted == (entry.hidden == 1))
    #expect(String(view.created.rawValue) == entry.created)
    #expect(String(view.modified.rawValue) == entry.modified)
    let fields = view.fields.map { Self.field($0.name, $0.value) }
    #expect(fields == entry.fields)
  }

  private static func field(_ name: FieldName, _ value: FieldView) -> JournalDocument.Field {
    var field = JournalDocument.Field(name: name.name.string, family: name.familyCode)
    switch value {
    case .text(let text): field.text = text
    case .register(let value, let others): (field.shown, field.others) = (value, others)
    case .set(let elements): field.elements = elements
    case .counter(let sum): field.count = sum
    case .list(let elements):
      field.list = elements.map { element in
        JournalDocument.Element(
          element: HexBytes(element.id.bytes),
          fields: element.fields.map { Self.field($0.name, $0.value) })
      }
    }
    return field
  }

  private func expectAside(
    _ aside: [JournalDocument.Aside], of entry: [UInt8], named ids: [EnvelopeID],
    in transaction: Transaction
  ) throws {
    let states = try transaction.states(of: try #require(EntryID(entry)))
    var found: Set<[String]> = []
    for (field, state) in states {
      for index in state.notUnderstood {
        let envelope = try transaction.changeStamp(at: index).order.envelope
        found.insert(["\(ids.firstIndex(of: envelope) ?? -1)", field.name.string])
      }
    }
    let expected = aside.filter { $0.entry.bytes == entry }
    #expect(found == Set(expected.map { ["\($0.envelope)", $0.field] }))
  }

  private func expectParts(_ stage: JournalDocument.Stage) throws {
    let found = try device.reviews(asShown: false).flatMap { review in
      review.parts.map { part in
        Part(review: review, part: part)
      }
    }
    #expect(Set(found) == Set(stage.parts.map(Part.init)), "\(stage.name)")
    #expect(found.count == stage.parts.count)
  }

  /// A part in words that both accounts of it have; those of a deletion are for people alone.
  private struct Part: Hashable {
    let review, entry: [UInt8]
    let number: Int
    let field: String
    let sides: [[UInt8]]
    let sideWords: [String?]
    let base, together, now: String?

    init(_ part: JournalDocument.Part) {
      (review, entry, number) = (part.review.bytes, part.entry.bytes, part.number)
      (field, sides, sideWords) = (
        part.field, part.sides.map(\.device.bytes), part.sides.map { $0.words ?? "" }
      )
      (base, together, now) = (part.base, part.together, part.now)
    }

    init(review: Review, part: Review.Part) {
      (self.review, entry, number) = (review.id.bytes, review.entry.bytes, part.number)
      (field, sides) = (review.field, part.sides.map(\.device.bytes))
      let isOfWords = review.kind != .deletion
      sideWords = part.sides.map { isOfWords ? $0.region ?? "" : "" }
      (base, now) = isOfWords ? (part.baseRegion ?? "", part.currentRegion ?? "") : (nil, nil)
      // What both values of a register make is for people alone, too.
      together = review.kind == .overlap ? part.together : nil
    }
  }
}
