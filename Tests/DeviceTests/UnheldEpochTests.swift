import AfterwitEncoding
import AfterwitHousehold
import AfterwitJournal
import AfterwitSealing
import AfterwitStore
import AfterwitTestRandomness
import AfterwitWire
import Testing

@testable import AfterwitDevice

@Suite("An epoch whose key nobody gave")
struct UnheldEpochTests {
  @Test("keeps nobody from writing, and is counted [AW-SEAL-31]", arguments: [2, UInt32.max])
  func announced(_ number: UInt32) async throws {
    try await Trio.with { trio in
      var member = try HostileMember("attic", of: trio)
      let epoch = Epoch(number: number, identity: [UInt8](repeating: 200, count: 32))
      try await member.append([try member.control([.epoch(epoch)])])
      try await syncAll([trio.attic, trio.desk, trio.shed], at: trio.relay)
      for device in [trio.attic, trio.desk, trio.shed] {
        _ = try device.new(.mantra, edits: [.set(field: "words", value: "Still")])
        #expect(try device.status().missingKeys == 1)
      }
      try await trio.expectHealed()
      #expect(try trio.desk.status().entries == 3)
      #expect(try trio.desk.status().waiting == 0)
      let late = try await trio.household.joiner("loft", invitedBy: trio.desk, at: trio.relay)
      _ = try late.new(.mantra, edits: [.set(field: "words", value: "Late")])
      try await syncAll([late, trio.desk], at: trio.relay)
      #expect(try trio.desk.status().entries == 4)
      try trio.expectRebuilt()
    }
  }

  @Test("A member that was given no key makes one, which all others get")
  func admittedWithoutKey() async throws {
    try await Trio.with { trio in
      var member = try HostileMember("attic", of: trio)
      var random = SeededGenerator(seed: 9)
      let keys = DeviceKeys(using: &random)
      let epoch = Epoch(number: 7, identity: [UInt8](repeating: 200, count: 32))
      try await member.append([try member.control([.member(keys.member), .epoch(epoch)])])
      let home = trio.household.home("loft")
      let identity = Identity(journal: member.journal, genesis: trio.desk.genesis, keys: keys)
      let store = try Store.create(inFolder: home.path)
      try store.upgradeIfNeeded()
      try store.write { transaction in
        try identity.save(transaction, in: home)
        try transaction.setProperty(.deviceName, to: Array("loft".utf8))
      }
      let loft = try Device(opening: home, environment: trio.household.environment)
      let early = #expect(throws: DeviceFailure.self) {
        try loft.new(.mantra, edits: [.set(field: "words", value: "Too early")])
      }
      #expect(early?.cause == .writing(.noKey))
      // Nobody else has been there yet, who would give it the keys that there are.
      try await syncAll([loft], at: trio.relay)
      let id = try loft.new(.mantra, edits: [.set(field: "words", value: "Mine")])
      #expect(try loft.status().missingKeys == 2)
      try await syncAll([loft, trio.desk, loft], at: trio.relay)
      #expect(try loft.status().missingKeys == 1)
      #expect(try trio.desk.entry(id).text("words") == "Mine")
      #expect(try trio.desk.devices().map(\.name).contains("loft"))
      #expect(try trio.desk.status().missingKeys == 1)
      try await trio.expectHealed()
      try trio.expectRebuilt()
    }
  }
}
