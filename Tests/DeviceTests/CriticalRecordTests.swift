import AfterwitDevice
import AfterwitHousehold
import AfterwitJournal
import AfterwitSync
import AfterwitWire
import Testing

@testable import AfterwitDevice

@Suite("A record of a newer version")
struct CriticalRecordTests {
  @Test("A critical one stops what is sent, and nobody's writing [AW-SEAL-47]")
  func critical() async throws {
    try await Trio.with { trio in
      var member = try HostileMember("attic", of: trio)
      try await member.append([try member.control([.unknown(tag: 1001, bytes: [1, 2, 3])])])
      let report = try await trio.desk.sync(at: trio.relay)
      #expect(report.needsNewerVersion && report.pulled == 1)
      let id = try trio.desk.new(.mantra, edits: [.set(field: "words", value: "Still mine")])
      let second = try await trio.desk.sync(at: trio.relay)
      #expect(second.needsNewerVersion && second.pushed == 0 && second.pending == 1)
      #expect(try trio.desk.entry(id).text("words") == "Still mine")
      #expect(try trio.desk.status().needsNewerVersion)
      let revocation = #expect(throws: DeviceFailure.self) { try trio.desk.revocation(of: "shed") }
      #expect(revocation?.cause == .membership(.newerVersion))
      // Nothing of a further device goes either, once it has heard of it.
      _ = try trio.shed.new(.mantra, edits: [.set(field: "words", value: "From the shed")])
      let shed = try await trio.shed.sync(at: trio.relay)
      #expect(shed.needsNewerVersion && shed.pushed == 0)
      try trio.desk.rebuild()
      #expect(try trio.desk.status().needsNewerVersion)
    }
  }

  @Test("One that is not critical says nothing, and one without effect stops nobody [AW-SEAL-47]")
  func others() async throws {
    try await Trio.with { trio in
      var member = try HostileMember("attic", of: trio)
      let known = try member.control([.unknown(tag: 1000, bytes: [])])
      try await member.append([known])
      try await syncAll([trio.desk], at: trio.relay)
      try trio.desk.revoke(trio.desk.revocation(of: "attic"))
      try await member.append([try member.control([.unknown(tag: 1001, bytes: [])])])
      let report = try await trio.desk.sync(at: trio.relay)
      #expect(!report.needsNewerVersion && report.agreed)
      #expect(try trio.desk.status().needsNewerVersion == false)
    }
  }
}
