import AfterwitCausality
import AfterwitDocument
import AfterwitHTTP
import AfterwitHousehold
import AfterwitJournal
import AfterwitSealing
import AfterwitStore
import AfterwitTestRandomness
import AfterwitWire
import Foundation
import Testing

@testable import AfterwitDevice

@Suite("A device that is shut out")
struct ExclusionTests {
  @Test(
    "What came beyond the cut is taken out again, unless somebody built on it [AW-SEAL-42]",
    arguments: [false, true])
  func beyond(isBuiltOn: Bool) async throws {
    try await Trio.with { trio in
      _ = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Kept")])
      try await syncAll([trio.attic, trio.desk], at: trio.relay)
      let before = try trio.desk.status().entries
      try trio.desk.revoke(trio.desk.revocation(of: "attic"))
      let late = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Late")])
      try await syncAll([trio.attic, trio.shed], at: trio.relay)
      #expect(try trio.shed.entry(late).text("words") == "Late")
      if isBuiltOn {
        _ = try trio.shed.edit(late, edits: [.set(field: "words", value: "Late, and mine")])
      }
      try await syncAll([trio.desk, trio.shed, trio.desk], at: trio.relay)
      for device in [trio.desk, trio.shed] {
        let status = try device.status()
        #expect(status.entries == before + (isBuiltOn ? 1 : 0))
        #expect(status.setAside == (isBuiltOn ? 0 : 1) && status.waiting == 0)
        try device.rebuild()
        #expect(try device.status().digest == status.digest)
      }
      let (desk, shed) = (try trio.desk.status(), try trio.shed.status())
      #expect(desk.digest == shed.digest && desk.held == shed.held)
      _ = try trio.shed.new(.mantra, edits: [.set(field: "words", value: "After it")])
      try await syncAll([trio.shed, trio.desk], at: trio.relay)
      #expect(try trio.desk.status().digest == trio.shed.status().digest)
      // The person at the machine that was shut out keeps what is theirs.
      #expect(try trio.attic.entry(late).text("words") == "Late")
    }
  }

  @Test("Two that shut each other out at once: the older one stays [AW-SEAL-38]")
  func crossed() async throws {
    try await Trio.with { trio in
      let refused = #expect(throws: DeviceFailure.self) {
        try trio.attic.revocation(of: "desk")
      }
      #expect(refused?.cause == .membership(.notYounger(name: "desk")))
      try trio.desk.revoke(trio.desk.revocation(of: "shed"))
      let later = #expect(throws: DeviceFailure.self) { try trio.desk.revocation(of: "shed") }
      #expect(later?.cause == .membership(.isOut(name: "shed")))
      try await syncAll([trio.desk, trio.attic], at: trio.relay)
      _ = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "New key")])
      try await syncAll([trio.attic, trio.desk], at: trio.relay)
      #expect(try trio.desk.status().digest == trio.attic.status().digest)
      let out = await #expect(throws: DeviceFailure.self) {
        try await trio.shed.sync(at: trio.relay)
      }
      #expect(out?.cause == .relay(.shutOut(by: ["desk"])))
    }
  }

  @Test("In whatever order the envelopes come, they come to the same [AW-SEAL-42]")
  func anyOrder() async throws {
    try await Trio.with { trio in
      try trio.desk.revoke(trio.desk.revocation(of: "attic"))
      let late = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Late")])
      _ = try trio.attic.edit(late, edits: [.set(field: "words", value: "Later")])
      try await syncAll([trio.attic, trio.shed], at: trio.relay)
      _ = try trio.shed.edit(late, edits: [.set(field: "words", value: "Later, and mine")])
      try await syncAll([trio.attic, trio.shed], at: trio.relay)
      _ = try trio.attic.edit(late, edits: [.set(field: "words", value: "Beyond all")])
      try await syncAll([trio.desk, trio.shed, trio.desk], at: trio.relay)
      let (envelopes, keyring) = try Store(inFolder: trio.household.home("desk").path).read {
        transaction -> ([[UInt8]], [UInt8]?) in
        var all: [[UInt8]] = []
        try transaction.forEachEnvelope { all.append($0) }
        return (all, try transaction.property(.keyring))
      }
      let (journal, genesis) = (try trio.desk.status().journal, trio.desk.genesis)
      for seed in 0..<40 as Range<UInt64> {
        var random = SeededGenerator(seed: seed)
        let home = trio.household.home("order \(seed)")
        let identity = Identity(
          journal: journal, genesis: genesis, keys: DeviceKeys(using: &random))
        let store = try Store.create(inFolder: home.path)
        try store.upgradeIfNeeded()
        try store.write { transaction in
          try identity.save(transaction, in: home)
          try transaction.setProperty(.keyring, to: keyring)
          let order = envelopes.shuffled(using: &random).map(IncomingEnvelope.init(verified:))
          var admitter = try Admitter(transaction, identity: identity)
          _ = try admitter.admit(order)
        }
        let device = try Device(opening: home, environment: trio.household.environment)
        #expect(try device.status().digest == trio.desk.status().digest, "seed \(seed)")
        #expect(try device.status().waiting == 0, "seed \(seed)")
      }
    }
  }

  @Test("An earlier cut takes out what came after a moment, whoever pulled it [AW-SEAL-42]")
  func earlierCut() async throws {
    try await Trio.with { trio in
      let early = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Early")])
      let before = try trio.attic.status().device
      try await Task.sleep(for: .milliseconds(5))
      let late = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Late")])
      try await syncAll([trio.attic, trio.desk, trio.shed], at: trio.relay)
      let stamps = try Store(inFolder: trio.household.home("desk").path).read { transaction in
        try transaction.lastChanges(of: before, limit: 2).map(\.timestamp.milliseconds)
      }
      try #require(stamps.count == 2 && stamps[0] > stamps[1])
      let moment = Date(timeIntervalSince1970: Double(stamps[1]) / 1000)
        .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
      let plan = try trio.desk.revocation(of: "attic", upTo: moment)
      #expect(plan.changesBeyond == 1)
      try trio.desk.revoke(plan)
      try await syncAll([trio.desk, trio.shed], at: trio.relay)
      for device in [trio.desk, trio.shed] {
        #expect(try device.entry(early).text("words") == "Early")
        #expect(throws: DeviceFailure.self) { try device.entry(late) }
        #expect(try device.status().setAside == 1)
      }
      #expect(try trio.desk.status().digest == trio.shed.status().digest)
      let none = #expect(throws: DeviceFailure.self) {
        try trio.desk.revocation(of: "shed", upTo: "no such day")
      }
      #expect(none?.code == .usage)
    }
  }

  @Test("A return that nobody has answered yet writes nothing, and can be given up [AW-SEAL-49]")
  func pendingReturn() async throws {
    try await Trio.with { trio in
      try trio.desk.revoke(trio.desk.revocation(of: "attic"))
      try await syncAll([trio.desk], at: trio.relay)
      let kept = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Kept")])
      let before = try trio.attic.status()
      let (lines, continuation) = AsyncStream<String>.makeStream()
      // Whoever invites says yes, and is cut off before it lets anybody in.
      let invited = Task {
        try await withHTTPRelay(at: trio.relay.address) { http in
          try await trio.desk.invite(over: http) { line in
            continuation.yield(line)
          } confirm: { _ in
            try? await Task.sleep(for: .seconds(60))
            return false
          }
        }
      }
      var iterator = lines.makeAsyncIterator()
      let line = try #require(await iterator.next())
      let coming = Task {
        try await withHTTPRelay(at: trio.relay.address) { http in
          try await trio.attic.rejoin(invite: line, name: nil) { _ in
            http
          } confirm: { _ in
            true
          }
        }
      }
      while try !trio.attic.isRejoining() { try await Task.sleep(for: .milliseconds(50)) }
      coming.cancel()
      invited.cancel()
      _ = try? await coming.value
      let writing = #expect(throws: DeviceFailure.self) {
        try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Too early")])
      }
      #expect(writing?.cause == .membership(.rejoining))
      let sync = await #expect(throws: DeviceFailure.self) {
        try await trio.attic.sync(at: trio.relay)
      }
      #expect(sync?.cause == .membership(.rejoining))
      try trio.attic.rebuild()
      try trio.attic.giveUpRejoining()
      #expect(try trio.attic.status().device == before.device)
      _ = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "As before")])
      #expect(try trio.attic.entry(kept).text("words") == "Kept")
    }
  }
}
