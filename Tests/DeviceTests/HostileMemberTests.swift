import AfterwitDevice
import AfterwitDocument
import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitSealing
import AfterwitSync
import AfterwitTestRandomness
import AfterwitText
import AfterwitWire
import Testing

@Suite("A member that writes what this version does not understand")
struct HostileMemberTests {
  @Test("Envelopes of an unknown kind are kept, counted and passed on", arguments: [2, 9, 255])
  func unknownKind(_ code: UInt8) async throws {
    try await Trio.with { trio in
      var member = try HostileMember("attic", of: trio)
      let kind = EnvelopeKindCode(rawValue: code)
      try await member.append([
        try member.sign(kind, payload: [1, 2, 3]), try member.sign(kind, payload: []),
      ])
      try await trio.attic.sync(at: trio.relay)
      let id = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "After it")])
      try await trio.attic.sync(at: trio.relay)
      let before = try trio.desk.status()
      let report = try await trio.desk.sync(at: trio.relay)
      #expect(report.agreed && report.unknown == 2 && report.forged == 0 && report.pulled == 3)
      #expect(try trio.desk.entry(id).text("words") == "After it")
      #expect(try trio.desk.status().quarantined == 2)
      #expect(try trio.desk.status().entries == before.entries + 1)
      try await trio.expectHealed()
      try trio.expectRebuilt()
    }
  }

  @Test("A statement of a later version changes nothing, and what stands beside it counts")
  func laterStatement() async throws {
    try await Trio.with { trio in
      var member = try HostileMember("attic", of: trio)
      var random = SeededGenerator(seed: 7)
      let guest = DeviceKeys(using: &random)
      try await member.append([
        try member.control([.unknown(tag: 76, bytes: [1, 2, 3])]),
        try member.control([
          .unknown(tag: 78, bytes: []), .member(guest.member), .unknown(tag: 4, bytes: [0]),
        ]),
      ])
      try await trio.attic.sync(at: trio.relay)
      let id = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "After it")])
      try await trio.attic.sync(at: trio.relay)
      let report = try await trio.desk.sync(at: trio.relay)
      // Both statements, the keys that the guest was not given, and the change.
      #expect(report.agreed && report.unknown == 0 && report.forged == 0 && report.pulled == 4)
      #expect(try trio.desk.entry(id).text("words") == "After it")
      #expect(try trio.desk.status().quarantined == 0)
      #expect(try trio.desk.devices().count == 4)
      try await trio.expectHealed()
      try trio.expectRebuilt()
    }
  }

  @Test("A device cannot admit one above it, though it can admit one beside it")
  func rank() async throws {
    try await Trio.with { trio in
      var member = try HostileMember("attic", of: trio)
      var random = SeededGenerator(seed: 8)
      let above = RecoverySecret(using: &random)
      let beside = DeviceKeys(using: &random)
      let journal = try trio.desk.status().journal
      try await member.append([
        try member.control([.member(above.member), .member(beside.member)])
      ])
      func first(of keys: some KeyHolder) throws -> [UInt8] {
        try ControlEnvelope.signed(
          [.unknown(tag: 76, bytes: [])], journal: journal, number: 1, previous: .zero, keys: keys
        ).bytes
      }
      let (fromAbove, fromBeside) = (try first(of: above), try first(of: beside))
      let id = try trio.shed.new(.mantra, edits: [.set(field: "words", value: "Still")])
      try await trio.shed.sync(at: trio.relay)
      let report = try await trio.desk.sync(at: trio.relay) { relay in
        relay.envelopes = { page in [fromAbove] + page + [fromAbove, fromBeside] }
      }
      #expect(report.forged == 1 && report.unknown == 0 && report.agreed)
      // The statement, the keys that the shed gave the one beside it, the change, and its own.
      #expect(report.pulled == 4 && report.pushed == 1)
      #expect(try trio.desk.entry(id).text("words") == "Still")
      #expect(try trio.desk.devices().count == 4)
      try await trio.expectHealed()
      try trio.expectRebuilt()
      let held = try trio.household.envelopes(of: "attic")
      #expect(held.contains(fromBeside) && !held.contains(fromAbove))
    }
  }

  /// What is sealed as it should be and makes no change.
  enum Body: CaseIterable, Sendable {
    case empty, short, noBlocks, noise, parentTwice, predecessorListed, zeros, misfit, damaged
  }

  @Test(
    "A change that makes no sense has no effect, and what is made on it has (AW-CAUS-2)",
    arguments: Body.allCases)
  func malformed(_ body: Body) async throws {
    try await Trio.with { trio in
      var member = try HostileMember("attic", of: trio)
      let entry = try #require(EntryID([UInt8](repeating: 5, count: EntryID.byteCount)))
      let words = [TextOperation.insert(position: 0, text: "No")]
      let whole = mantraBody(entry, words: words)
      // Nine bytes tell when and on what: the envelope before, and no other parent.
      let prefix = Array(whole.prefix(9))
      let own = member.tip.id.bytes
      let envelope =
        switch body {
        case .empty: try member.seal([])
        case .short: try member.seal([1, 2, 3])
        case .noBlocks: try member.seal(prefix)
        case .noise: try member.seal(whole + [UInt8](repeating: 255, count: 20))
        case .parentTwice: try member.seal(Array(prefix.prefix(8)) + [4] + own + own)
        case .predecessorListed:
          try member.seal(mantraBody(entry, words: words, follows: false, on: [member.tip.id]))
        case .zeros: try member.seal(mantraBody(entry, words: words, on: [.zero]))
        case .misfit:
          try member.seal(mantraBody(entry, words: [.insert(position: 7, text: "No")]))
        case .damaged: try member.sealDamaged(whole)
        }
      try await member.append([envelope])
      try await trio.attic.sync(at: trio.relay)
      let id = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Made on it")])
      try await trio.attic.sync(at: trio.relay)
      let before = try trio.desk.status()
      let report = try await trio.desk.sync(at: trio.relay)
      #expect(report.agreed && report.forged == 0 && report.unknown == 0)
      #expect(report.pulled == 2 && report.waiting == 0)
      #expect(try trio.desk.entry(id).text("words") == "Made on it")
      #expect(throws: DeviceFailure.self) { try trio.desk.entry(entry) }
      #expect(try trio.desk.status().entries == before.entries + 1)
      try await trio.expectHealed()
      for device in [trio.desk, trio.attic, trio.shed] {
        #expect(try device.status().quarantined == 1)
      }
      try trio.expectRebuilt()
    }
  }

  @Test("The same change, unspoilt, has its effect")
  func wellFormed() async throws {
    try await Trio.with { trio in
      var member = try HostileMember("attic", of: trio)
      let entry = try #require(EntryID([UInt8](repeating: 5, count: EntryID.byteCount)))
      let words = [TextOperation.insert(position: 0, text: "Yes")]
      try await member.append([try member.seal(mantraBody(entry, words: words))])
      #expect(try await trio.desk.sync(at: trio.relay).agreed)
      #expect(try trio.desk.entry(entry).text("words") == "Yes")
      try await trio.expectHealed()
    }
  }

  /// In which order an envelope that is no change and the change that names it as parent come.
  enum Order: CaseIterable, Sendable {
    case changeLast, changeFirst, parentWithheld
  }

  @Test(
    "A change made on what is no change has no effect, whichever comes first (AW-CAUS-11)",
    arguments: Order.allCases, [EnvelopeKindCode.control, EnvelopeKindCode(rawValue: 9)])
  func parentIsNoChange(order: Order, kind: EnvelopeKindCode) async throws {
    try await Trio.with { trio in
      var first = try HostileMember("desk", of: trio)
      var second = try HostileMember("attic", of: trio)
      let parent =
        try kind == .control
        ? first.control([.unknown(tag: 76, bytes: [])]) : first.sign(kind, payload: [])
      let entry = try #require(EntryID([UInt8](repeating: 5, count: EntryID.byteCount)))
      let words = [TextOperation.insert(position: 0, text: "No")]
      let change = try second.seal(mantraBody(entry, words: words, on: [parent.id]))
      if order == .changeLast { try await first.append([parent]) }
      try await second.append([change])
      if order != .changeLast { try await first.append([parent]) }
      if order == .parentWithheld {
        let bytes = parent.bytes
        let report = try await trio.shed.sync(at: trio.relay) { relay in
          relay.envelopes = { page in page.filter { $0 != bytes } }
        }
        #expect(report.waiting == 1 && report.forged == 0 && report.missing == 1)
        #expect(try trio.shed.status().waiting == 1)
      }
      #expect(try await trio.shed.sync(at: trio.relay).agreed)
      #expect(try trio.shed.status().waiting == 0)
      try await trio.attic.sync(at: trio.relay)
      let id = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Made on it")])
      try await trio.expectHealed()
      for device in [trio.desk, trio.attic, trio.shed] {
        #expect(throws: DeviceFailure.self) { try device.entry(entry) }
        #expect(try device.entry(id).text("words") == "Made on it")
        #expect(try device.status().quarantined == (kind == .control ? 1 : 2))
      }
      try trio.expectRebuilt()
    }
  }

  @Test("A change under a key that is not known waits for the key")
  func keyWithheld() async throws {
    try await Trio.with { trio in
      var member = try HostileMember("attic", of: trio)
      let entry = try #require(EntryID([UInt8](repeating: 5, count: EntryID.byteCount)))
      let words = [TextOperation.insert(position: 0, text: "Later")]
      member.epoch = try #require(EpochKey(number: 2, bytes: [UInt8](repeating: 6, count: 32)))
      try await member.append([try member.seal(mantraBody(entry, words: words))])
      let id = try trio.shed.new(.mantra, edits: [.set(field: "words", value: "Now")])
      try await trio.shed.sync(at: trio.relay)
      let report = try await trio.desk.sync(at: trio.relay)
      #expect(report.agreed && report.forged == 0 && report.waiting == 1 && report.pulled == 2)
      #expect(try trio.desk.status().waiting == 1)
      #expect(try trio.desk.entry(id).text("words") == "Now")
      #expect(throws: DeviceFailure.self) { try trio.desk.entry(entry) }

      var records: [ControlRecord] = [
        .epoch(Epoch(number: 2, identity: member.epoch.identity))
      ]
      for name in ["desk", "attic", "shed"] {
        let other = try HostileMember(name, of: trio).keys.member
        records.append(.wrappedKey(try member.epoch.wrapped(for: other, journal: member.journal)))
      }
      try await member.append([try member.control(records)])
      #expect(try await trio.desk.sync(at: trio.relay).agreed)
      #expect(try trio.desk.status().waiting == 0)
      #expect(try trio.desk.entry(entry).text("words") == "Later")
      let under = try trio.desk.new(.mantra, edits: [.set(field: "words", value: "Under it")])
      try await trio.expectHealed()
      #expect(try trio.attic.entry(under).text("words") == "Under it")
      try trio.expectRebuilt()
    }
  }

  @Test("A statement that cannot be read is kept apart, and its author can go on writing")
  func unreadableStatement() async throws {
    try await Trio.with { trio in
      var member = try HostileMember("attic", of: trio)
      let unreadable = try member.sign(.control, payload: [1, 255]).bytes
      let id = try trio.shed.new(.mantra, edits: [.set(field: "words", value: "Still")])
      try await trio.shed.sync(at: trio.relay)
      let report = try await trio.desk.sync(at: trio.relay) { relay in
        relay.envelopes = { page in page + [unreadable] }
      }
      #expect(report.forged == 0 && report.unknown == 0 && report.pulled == 2)
      #expect(report.declined == 1)
      #expect(try trio.desk.entry(id).text("words") == "Still")
      #expect(try trio.desk.status().quarantined == 1)
      let next = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Mine")])
      try await syncAll([trio.attic, trio.desk, trio.shed], at: trio.relay)
      for device in [trio.desk, trio.attic, trio.shed] {
        #expect(try device.entry(next).text("words") == "Mine")
        #expect(try device.status().digest == trio.desk.status().digest)
      }
      try trio.expectRebuilt()
    }
  }
}
