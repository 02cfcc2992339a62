import AfterwitDevice
import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitSync
import AfterwitTestRandomness
import AfterwitWire
import Foundation
import Testing

@Suite("A relay that alters what it gives")
struct HostileRelayTests {
  /// The seed of everything that is drawn here.
  static let seed = Effort.seed ?? 1
  static let comment: Comment = "AFTERWIT_SEED=\(seed) swift test --filter HostileRelayTests"

  /// Every part of an envelope, by the offset of a byte in it.
  static let parts: KeyValuePairs = [
    "magic": 0, "suite": 4, "kind": 5, "reserved": 7, "journal": 8, "device": 24, "number": 63,
    "previous": 64, "epoch": 99, "salt": 100, "commitment": 132, "payload length": 167,
    "payload hash": 168, "signature": 200, "payload": 264,
  ]

  @Test("A byte flipped anywhere is a forgery, which keeps out nothing but what it stands before")
  func flipped() async throws {
    try await Trio.with { trio in
      var random = SeededGenerator(seed: Self.seed)
      for (part, offset) in Self.parts {
        let comment: Comment = "\(part); \(Self.comment)"
        let bit = UInt8(1) << UInt8.random(in: 0..<8, using: &random)
        let early = try trio.desk.new(.mantra, edits: [.set(field: "words", value: "Early")])
        let target = try HostileMember("desk", of: trio).tip.number + 1
        let late = try trio.desk.new(.mantra, edits: [.set(field: "words", value: "Late")])
        let beside = try trio.shed.new(.mantra, edits: [.set(field: "words", value: "Beside")])
        try await trio.shed.sync(at: trio.relay)
        try await trio.desk.sync(at: trio.relay)
        let before = try trio.attic.status()
        let desk = try trio.desk.status().device
        let report = try await trio.attic.sync(at: trio.relay) { relay in
          relay.envelopes = { page in
            page.map { bytes in
              guard let header = try? Envelope(parsing: bytes).header,
                header.device == desk, header.number == target
              else { return bytes }
              var bytes = bytes
              bytes[offset] ^= bit
              return bytes
            }
          }
        }
        #expect(report.forged > 0 && report.unknown == 0, comment)
        #expect(report.outcome == .disagreed && report.missing == 1, comment)
        #expect(try trio.attic.entry(early).text("words") == "Early", comment)
        #expect(try trio.attic.entry(beside).text("words") == "Beside", comment)
        #expect(throws: DeviceFailure.self, comment) { try trio.attic.entry(late) }
        #expect(try trio.attic.status().quarantined == before.quarantined, comment)
        #expect(try trio.attic.status().entries == before.entries + 2, comment)
        #expect(try await trio.attic.sync(at: trio.relay).forged == 0, comment)
        #expect(try trio.attic.entry(late).text("words") == "Late", comment)
        try await trio.expectHealed()
      }
    }
  }

  @Test("In a long page a forgery is found wherever it stands, and the genuine one beside it")
  func flippedInALongPage() async throws {
    try await Trio.with { trio in
      let count = 140
      let desk = try trio.desk.status().device
      let id = try trio.desk.new(.mantra, edits: [.set(field: "words", value: "0")])
      for (place, isRepaired) in [(65, false), (count, true)] {
        let comment: Comment = "place \(place)"
        try await trio.expectHealed()
        let start = try UInt64(HostileMember("desk", of: trio).tip.number)
        for number in 1...count {
          _ = try trio.desk.edit(id, edits: [.set(field: "words", value: "\(place) \(number)")])
        }
        try await trio.desk.sync(at: trio.relay)
        let report = try await trio.attic.sync(at: trio.relay) { relay in
          relay.envelopes = { page in
            page.flatMap { bytes in
              guard let header = try? Envelope(parsing: bytes).header,
                header.device == desk, header.number == start + UInt64(place)
              else { return [bytes] }
              var forged = bytes
              forged[EnvelopeHeader.byteCount] ^= 1
              return isRepaired ? [forged, bytes] : [forged]
            }
          }
        }
        #expect(report.forged == 1, comment)
        #expect(report.pulled == (isRepaired ? count : place - 1), comment)
        #expect(report.missing == (isRepaired ? 0 : 1), comment)
      }
      try await trio.expectHealed()
      #expect(try trio.attic.entry(id).text("words") == "\(count) \(count)")
    }
  }

  @Test("Envelopes given again and again, and in any order, are each taken once")
  func shuffledAndRepeated() async throws {
    try await Trio.with { trio in
      for round in 0..<4 {
        let id = try trio.desk.new(.reflection, edits: [.set(field: "happened", value: "0")])
        for number in 1...6 {
          _ = try trio.desk.edit(id, edits: [.append(field: "happened", text: "\(number)")])
        }
        try await trio.desk.sync(at: trio.relay)
        _ = try await trio.shed.sync(at: trio.relay)
        _ = try trio.shed.edit(id, edits: [.set(field: "title", value: "Round \(round)")])
        try await trio.shed.sync(at: trio.relay)
        let report = try await trio.attic.sync(at: trio.relay) { relay in
          relay.envelopes = { page in
            if round == 0 { return page.reversed() }
            var random = SeededGenerator(seed: Self.seed &+ UInt64(round))
            return (page + page + page).shuffled(using: &random)
          }
        }
        #expect(report.agreed && report.forged == 0 && report.pulled == 8, Self.comment)
        #expect(report.waiting == 0 && report.alreadyHeld == (round == 0 ? 0 : 16), Self.comment)
        #expect(
          try trio.attic.entry(id).text("happened") == trio.desk.entry(id).text("happened"))
        #expect(try trio.attic.entry(id).text("happened").hasSuffix("6"))
        #expect(try trio.attic.entry(id).register("title") == "Round \(round)")
        #expect(try trio.attic.status().waiting == 0, Self.comment)
        try await trio.expectHealed()
      }
    }
  }

  @Test("An envelope left out of the order is fetched from its log in the same session")
  func leftOutOfTheOrder() async throws {
    try await Trio.with { trio in
      let ids = try (0..<5).map { number in
        try trio.desk.new(.mantra, edits: [.set(field: "words", value: "\(number)")])
      }
      try await trio.desk.sync(at: trio.relay)
      let report = try await trio.attic.sync(at: trio.relay) { relay in
        relay.page = { page, _ in
          var envelopes = page.envelopes
          if envelopes.count > 1 { envelopes.remove(at: 1) }
          return PullAnswer(cursor: page.cursor, heads: page.heads, envelopes: envelopes)
        }
      }
      #expect(report.agreed && report.forged == 0 && report.pulled == 5)
      for (number, id) in ids.enumerated() {
        #expect(try trio.attic.entry(id).text("words") == "\(number)")
      }
      try await trio.expectHealed()
    }
  }

  @Test("A change whose parent is withheld waits, is counted, and counts when the parent comes")
  func withheldParent() async throws {
    try await Trio.with { trio in
      let desk = try trio.desk.status().device
      let id = try trio.desk.new(.mantra, edits: [.set(field: "words", value: "First")])
      try await trio.desk.sync(at: trio.relay)
      try await trio.shed.sync(at: trio.relay)
      _ = try trio.shed.edit(id, edits: [.append(field: "words", text: "Second")])
      let before = try trio.attic.status()
      let attic = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Mine")])
      try await trio.shed.sync(at: trio.relay)
      let report = try await trio.attic.sync(at: trio.relay) { relay in
        relay.envelopes = { page in
          page.filter { (try? Envelope(parsing: $0).header.device) != desk }
        }
      }
      #expect(report.outcome == .disagreed && report.missing == 1 && report.forged == 0)
      #expect(report.waiting == 1 && report.pulled == 1 && report.pushed == 1)
      #expect(try trio.attic.status().waiting == 1)
      #expect(throws: DeviceFailure.self) { try trio.attic.entry(id) }
      #expect(try trio.attic.status().entries == before.entries + 1)
      try trio.attic.rebuild()
      #expect(try trio.attic.status().waiting == 1)
      #expect(try await trio.attic.sync(at: trio.relay).agreed)
      #expect(try trio.attic.status().waiting == 0)
      #expect(try trio.attic.entry(id).text("words") == "First\n\nSecond")
      try await trio.expectHealed()
      #expect(try trio.desk.entry(attic).text("words") == "Mine")
    }
  }

  @Test("Noise, and what belongs to another journal, is counted and hinders nothing")
  func strange() async throws {
    try await Trio.with { trio in
      let other = try trio.household.founder("elsewhere")
      let foreign = try trio.household.envelopes(of: "elsewhere")
      var member = try HostileMember("desk", of: trio)
      member.journal = try other.status().journal
      let misdirected = try member.seal([1]).bytes
      let before = try trio.attic.status()
      for (round, strange) in [foreign, [misdirected], Self.noise(count: 40)].enumerated() {
        let id = try trio.desk.new(.mantra, edits: [.set(field: "words", value: "\(round)")])
        try await trio.desk.sync(at: trio.relay)
        let report = try await trio.attic.sync(at: trio.relay) { relay in
          relay.envelopes = { page in strange + page + strange }
        }
        #expect(report.forged >= strange.count && report.agreed, Self.comment)
        #expect(report.unknown == 0 && report.waiting == 0 && report.pulled == 1, Self.comment)
        #expect(try trio.attic.entry(id).text("words") == "\(round)")
      }
      #expect(try trio.attic.status().entries == before.entries + 3)
      #expect(try trio.attic.status().quarantined == 0)
      #expect(try trio.attic.devices().count == 3)
      try await trio.expectHealed()
    }
  }

  @Test(
    "An order without end is given up, and what was written here goes out",
    arguments: [true, false])
  func endless(isNoise: Bool) async throws {
    try await Trio.with { trio in
      let id = try trio.desk.new(.mantra, edits: [.set(field: "words", value: "There")])
      try await trio.desk.sync(at: trio.relay)
      let mine = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Here")])
      let page =
        isNoise
        ? Self.noise(count: 3) : Array(try trio.household.envelopes(of: "attic").prefix(1))
      do {
        _ = try await trio.attic.sync(at: trio.relay) { relay in
          relay.place = { _ in .start }
          relay.page = { _, cursor in
            PullAnswer(cursor: cursor.advanced(past: .zero), heads: nil, envelopes: page)
          }
        }
        Issue.record("an order without end was taken")
      } catch let failure as DeviceFailure {
        guard case .relay(.notARelay(let reason)) = failure else { throw failure }
        #expect(reason.contains("page after page"))
      }
      try await trio.desk.sync(at: trio.relay)
      #expect(try trio.desk.entry(mine).text("words") == "Here")
      try await trio.attic.sync(at: trio.relay)
      #expect(try trio.attic.entry(id).text("words") == "There")
      try await trio.expectHealed()
    }
  }

  @Test("A relay that names a tip that nobody has is asked for it in vain, and not for ever")
  func invented() async throws {
    try await Trio.with { trio in
      let id = try trio.desk.new(.mantra, edits: [.set(field: "words", value: "There")])
      try await trio.desk.sync(at: trio.relay)
      let invented = Heads.Tip(number: 1000, id: .zero)
      let desk = try trio.desk.status().device
      let report = try await trio.attic.sync(at: trio.relay) { relay in
        relay.page = { page, _ in
          guard var heads = page.heads else { return page }
          heads.tips[desk, default: []].append(invented)
          return PullAnswer(cursor: page.cursor, heads: heads, envelopes: page.envelopes)
        }
      }
      #expect(report.outcome == .disagreed && report.missing == 1 && report.forged == 0)
      #expect(try trio.attic.entry(id).text("words") == "There")
      try await trio.expectHealed()
    }
  }

  /// Bytes of any length that are no envelopes; every second begins like one.
  static func noise(count: Int) -> [[UInt8]] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { place in
      let length = Int.random(in: 0...600, using: &random)
      let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      return place.isMultiple(of: 2) ? bytes : EnvelopeHeader.magic + [1, 1, 0, 0] + bytes
    }
  }
}
