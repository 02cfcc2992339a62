import AfterwitEncoding
import AfterwitHTTP
import AfterwitHousehold
import AfterwitJournal
import AfterwitSealing
import AfterwitStore
import AfterwitSync
import AfterwitTestRandomness
import AfterwitWire
import Testing

@testable import AfterwitDevice

@Suite("Attacks on who is a member")
struct MembershipAttackTests {
  @Test("A relay that withholds a revocation from one device is seen to lack it [AW-SEAL-38]")
  func withheld() async throws {
    try await Trio.with { trio in
      try trio.desk.revoke(trio.desk.revocation(of: "attic"))
      try await trio.desk.sync(at: trio.relay)
      let desk = try trio.desk.status().device
      let report = try await trio.shed.sync(at: trio.relay) { relay in
        relay.envelopes = { page in
          page.filter { (try? Envelope(parsing: $0).header.device) != desk }
        }
      }
      // What is missing is known by the heads; until it comes, nothing is lost and all is written.
      #expect(!report.agreed && report.missing == 1)
      let id = try trio.shed.new(.mantra, edits: [.set(field: "words", value: "Unaware")])
      try await syncAll([trio.shed, trio.desk, trio.shed], at: trio.relay)
      for device in [trio.desk, trio.shed] {
        #expect(try device.entry(id).text("words") == "Unaware")
        #expect(try device.devices().first { $0.name == "attic" }?.isOut == true)
      }
      let key = try Store(inFolder: trio.household.home("shed").path).read { transaction in
        try transaction.keyring().writingKey(of: transaction.membership().roster)?.number
      }
      #expect(key == 2, "what is written from now on is under the key that the attic lacks")
    }
  }

  @Test("A genesis that a relay made up for a paper is not believed [AW-SEAL-44]")
  func forgedGenesis() async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        var paper = ""
        let environment = household.environment
        let desk = try Device.initialize(
          household.home("desk"), name: "desk", environment: environment
        ) { paper = $0 }
        let secret = try #require(RecoverySecret(text: paper))
        // Whoever runs a relay knows the paper's public keys, and makes a journal under its id.
        var random = SeededGenerator(seed: 3)
        let keys = DeviceKeys(using: &random)
        let epoch = EpochKey(number: 1, using: &random)
        let genesis = try Genesis.envelope(
          journal: try desk.status().journal, keys: keys, recovery: secret.member, epoch: epoch)
        let home = household.home("thief")
        let store = try Store.create(inFolder: home.path)
        try store.upgradeIfNeeded()
        var keyring = Keyring()
        keyring.insert(epoch)
        try store.write { transaction in
          try Identity(journal: secret.journal, genesis: genesis.id, keys: keys)
            .save(transaction, in: home)
          try transaction.setProperty(.keyring, to: keyring.bytes)
          try transaction.insertOwn(genesis)
        }
        let thief = try Device(opening: home, environment: environment)
        try thief.setRelay(relay.address.text, code: try await relay.makeCode())
        #expect(try await thief.sync(at: relay).agreed)
        let refused = await #expect(throws: DeviceFailure.self) {
          try await withHTTPRelay(at: relay.address) { http in
            _ = try await Device.recover(
              household.home("new"), name: "new", secret: paper, from: http,
              at: relay.address.text, environment: environment, isRight: { _ in true })
          }
        }
        #expect(refused?.cause == .membership(.otherJournal))
      }
    }
  }

  @Test("A cut that names what nobody has leaves nothing of its target but what others built on")
  func unknownCut() async throws {
    try await Trio.with { trio in
      let alone = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Alone")])
      try await syncAll([trio.attic, trio.desk, trio.shed], at: trio.relay)
      let attic = try trio.attic.status().device
      var founder = try HostileMember("desk", of: trio)
      let nowhere = try #require(EnvelopeID([UInt8](repeating: 7, count: 32)))
      try await founder.append([
        try founder.control([
          .revocation(
            Revocation(
              target: attic, controlCut: [nowhere],
              cut: [Heads.Tip(number: 1_000_000, id: nowhere)]))
        ])
      ])
      try await syncAll([trio.desk, trio.shed], at: trio.relay)
      for device in [trio.desk, trio.shed] {
        #expect(throws: DeviceFailure.self) { try device.entry(alone) }
        #expect(try device.status().waiting == 0 && device.status().setAside > 0)
        _ = try device.new(.mantra, edits: [.set(field: "words", value: "On")])
      }
      try await syncAll([trio.desk, trio.shed, trio.desk], at: trio.relay)
      #expect(try trio.desk.status().digest == trio.shed.status().digest)
    }
  }
}
