import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitReference
import AfterwitText
import AfterwitVectors
import AfterwitWire
import Foundation
import Testing

@Suite("Vectors of reviews", .serialized)
struct ReviewConformanceTests {
  @Test("reviews.json is what the independent encoder makes")
  func file() throws {
    let document = ReviewVectors.document(
      by: ReviewVectors.Definition(
        text: ReviewVectors.Account.init,
        units: { units($0).map { ($0.start..<$0.end, $0.script) } },
        entry: ReviewVectors.decisions))
    try VectorFile("vectors/reviews.json").expect(document.json)
  }

  @Test("reviews have their ids [AW-DOC-19]")
  func ids() throws {
    for item in try document().ids {
      var builder = ByteBuilder()
      builder.append(contentsOf: item.entry.bytes)
      builder.append(string: "")
      builder.append(string: item.field)
      builder.append(item.family)
      builder.append(item.kind)
      let id = ReviewID(Domain.review.hash(builder.bytes).prefix(ReviewID.byteCount))
      #expect(id?.bytes == item.id.bytes && id?.text == item.written, "\(item.field)")
    }
  }

  @Test("texts have their units [AW-DOC-20]")
  func unitRanges() throws {
    for item in try document().units {
      #expect(units(item.text) == item.units, "\(item.text)")
    }
  }

  @Test("histories give their hunks, conflicts and parts [AW-DOC-21] [AW-DOC-22] [AW-DOC-23]")
  func histories() throws {
    for item in try document().histories {
      let reviews = ReferenceReviews(events: try item.textEvents())
      let hunks = reviews.hunks.joined().map { ($0.id, $0.deleted.count, $0.text) }
      for (hunk, expected) in zip(hunks, item.hunks) {
        #expect(try hunk.0 == item.hunk(expected.hunk), "\(item.name)")
        #expect(hunk.1 == expected.deletes, "\(item.name)")
        #expect(hunk.2 == Array(expected.inserts.unicodeScalars), "\(item.name)")
      }
      #expect(hunks.count == item.hunks.count, "\(item.name)")
      #expect(try reviews.conflicts == item.pairs(item.conflicts), "\(item.name)")
      #expect(try reviews.settled == item.pairs(item.settled), "\(item.name)")
      #expect(try reviews.twins == item.pairs(item.twins), "\(item.name)")
      #expect(reviews.takenOut == item.takenOut, "\(item.name)")
      #expect(reviews.parts.count == item.parts.count, "\(item.name)")
      for (part, expected) in zip(reviews.parts, item.parts) {
        let region = ReviewDocument.Region(
          base: part.baseWords, together: part.woven, now: part.words, sides: part.sideWords)
        #expect(try part.hunks == expected.hunks.map(item.hunk).sorted(), "\(item.name)")
        #expect(part.sides == expected.sides && part.base == expected.base, "\(item.name)")
        #expect(region == expected.region, "\(item.name)")
        #expect([part.place.lowerBound, part.place.upperBound] == expected.place, "\(item.name)")
        #expect(part.isOpen == (expected.number > 0), "\(item.name)")
      }
      #expect(reviews.shownText.unicodeScalars.elementsEqual(item.shown.unicodeScalars))
    }
  }

  @Test("the engine finds the same in the histories [AW-DOC-26]")
  func engine() throws {
    for item in try document().histories {
      var history = TextHistory()
      for event in try item.textEvents() { try history.append(event) }
      var reviews = TextReviews(history)
      let found = reviews.meetings()
      let unsettled = try Set(item.pairs(item.conflicts)).subtracting(item.pairs(item.settled))
      #expect(
        Set(found.conflicts.map { ReferenceConflict($0.left, $0.right) }) == unsettled,
        "\(item.name)")
      #expect(
        try Set(found.twins.map { ReferenceConflict($0.left, $0.right) })
          == Set(item.pairs(item.twins)), "\(item.name)")
      let disputed = Set(found.conflicts.flatMap { [$0.left, $0.right] })
      let twins = found.twins.filter { !disputed.contains($0.left) && !disputed.contains($0.right) }
      #expect(takenOut(by: reviews.removal(ofTwins: twins)) == item.takenOut, "\(item.name)")
      let parts = reviews.parts(of: found.conflicts)
      #expect(parts.map(\.isOpen) == item.parts.map { $0.number > 0 }, "\(item.name)")
      for (part, expected) in zip(parts, item.parts) {
        #expect(try part.hunks == expected.hunks.map(item.hunk).sorted(), "\(item.name)")
        #expect(part.base.words == expected.region.base, "\(item.name)")
        #expect(part.words == expected.region.now, "\(item.name)")
        #expect(part.woven == expected.region.together, "\(item.name)")
        #expect([part.place.lowerBound, part.place.upperBound] == expected.place, "\(item.name)")
        let words = Set(part.sides.map(\.passage.words))
        #expect(words == Set(expected.region.sides), "\(item.name)")
      }
      let shown = ShownText(given: history.text, standing: reviews.standing(amid: found.conflicts))
      #expect(shown.text.unicodeScalars.elementsEqual(item.shown.unicodeScalars), "\(item.name)")
    }
  }

  @Test(
    "entries show a value and ask about it and their deletion [AW-DOC-8] [AW-DOC-24] [AW-DOC-25]")
  func entries() throws {
    for item in try document().entries {
      let changes = try item.referenceChanges()
      let entry = ReferenceEntry(changes: changes)
      #expect(entry.isHidden == (item.hidden == 1), "\(item.name)")
      let shown = [entry.register.shown] + entry.register.beside
      #expect(shown.map { Array($0.utf8) } == ([item.shown] + item.beside).map { Array($0.utf8) })
      // The production code shows the same of the writes that no other one descends from.
      let writes = changes.indices.filter { place in
        let later = changes.indices.filter { changes[$0].value != nil }
        return changes[place].value != nil && !later.contains { entry.descends($0, from: place) }
      }
      let seenByAll = changes.indices.filter { place in
        writes.allSatisfy { entry.descends($0, from: place) }
      }
      let register = Register(
        writes: writes.map { place in
          Register.Write(
            index: place, timestamp: Timestamp(rawValue: changes[place].timestamp),
            envelope: changes[place].order.envelope, value: changes[place].value ?? "")
        }, replaced: [], base: writes.count > 1 ? entry.shown(at: Set(seenByAll)) : nil)
      #expect((register.shown ?? "").utf8.elementsEqual(item.shown.utf8), "\(item.name)")
      #expect(register.others.map { Array($0.utf8) } == item.beside.map { Array($0.utf8) })
      for (made, expected) in [(entry.value, item.value), (entry.deletion, item.deletion)] {
        let hunks = expected?.hunks.map { changes[$0].order.envelope }.sorted()
        #expect(made?.hunks.map(\.envelope) == hunks, "\(item.name)")
        #expect(made?.sides == expected?.sides && made?.base == expected?.base, "\(item.name)")
      }
    }
  }

  /// The places that deletions take out, which go from the last to the first.
  private func takenOut(by removal: [TextOperation]) -> [Int] {
    removal.flatMap { operation -> [Int] in
      guard case .delete(let position, let count) = operation else { return [] }
      return Array(position..<position + count)
    }.sorted()
  }

  private func units(_ text: String) -> [ReviewDocument.Unit] {
    ReferenceUnits.specified.units(of: Array(text.unicodeScalars)).map {
      ReviewDocument.Unit(start: $0.range.lowerBound, end: $0.range.upperBound, script: $0.script)
    }
  }

  private func document() throws -> ReviewDocument {
    try VectorFile("vectors/reviews.json").decode()
  }
}

extension ReviewVectors.Account {
  /// What the oracle says of a history.
  fileprivate init(_ events: [TextVectors.Event]) {
    let reviews = ReferenceReviews(events: events.map { TextEvent($0, among: events) })
    var text = ReferenceText()
    for event in reviews.events { text.append(event) }
    let named = { (id: HunkID) in
      ReviewVectors.Hunk(
        event: reviews.events.firstIndex { $0.order.envelope == id.envelope } ?? -1,
        number: id.number)
    }
    let pairs = { (pairs: Set<ReferenceConflict>) in
      pairs.map { [named($0.first), named($0.second)].sorted() }
        .sorted { $0.lexicographicallyPrecedes($1) }
    }
    self.init(
      texts: reviews.events.indices.map { text.text(at: [$0]) }, text: text.text,
      shown: reviews.shownText,
      hunks: reviews.hunks.joined().map { hunk in
        var view = String.UnicodeScalarView()
        view.append(contentsOf: hunk.text)
        return (named(hunk.id), hunk.deleted.count, String(view))
      },
      pairs: (pairs(reviews.conflicts), pairs(reviews.settled), pairs(reviews.twins)),
      takenOut: reviews.takenOut,
      parts: reviews.parts.map { part in
        Part(
          hunks: part.hunks.map(named), sides: part.sides, base: part.base,
          words: (part.baseWords, part.sideWords, part.woven, part.words), place: part.place,
          isOpen: part.isOpen)
      })
  }
}

extension ReviewVectors {
  /// What the oracle says of an entry.
  fileprivate static func decisions(_ changes: [Change]) -> EntryAccount {
    let made = changes.map { change in
      ReferenceChange(
        order: TextOrder(
          device: DeviceID([UInt8](repeating: change.device, count: 32)) ?? .zero,
          number: UInt64(change.number),
          envelope: EnvelopeID([UInt8](repeating: change.envelope, count: 32)) ?? .zero),
        timestamp: UInt64(change.timestamp), parents: change.parents, value: change.writes,
        mark: change.presence.map { $0 == 0 ? .deletes : .restores }, touches: change.touches)
    }
    let entry = ReferenceEntry(changes: made)
    let decision = { (decision: ReferenceDecision) in
      Decision(
        sides: decision.sides, base: decision.base,
        hunks: made.indices.filter { place in
          decision.hunks.contains { $0.envelope == made[place].order.envelope }
        })
    }
    return EntryAccount(
      isHidden: entry.isHidden, register: entry.register, value: entry.value.map(decision),
      deletion: entry.deletion.map(decision))
  }
}
