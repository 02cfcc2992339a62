import AfterwitDevice
import AfterwitHousehold
import AfterwitJournal
import Testing

@Suite("Keys that members lack")
struct OwedKeyTests {
  @Test("Who is let in while another begins an epoch gets its key at an exchange [AW-SEAL-48]")
  func letInMeanwhile() async throws {
    try await Trio.with { trio in
      // The attic has not heard of the revocation when it lets the loft in.
      try trio.desk.revoke(trio.desk.revocation(of: "shed"))
      let loft = try await trio.household.joiner("loft", invitedBy: trio.attic, at: trio.relay)
      let id = try trio.desk.new(.mantra, edits: [.set(field: "words", value: "Under the second")])
      try await syncAll([trio.desk], at: trio.relay)
      #expect(try trio.desk.status().owedKeys == 0)
      try await syncAll([loft, trio.attic, loft], at: trio.relay)
      for device in [loft, trio.attic, trio.desk] {
        #expect(try device.entry(id).text("words") == "Under the second")
        #expect(try device.status().missingKeys == 0 && device.status().waiting == 0)
        #expect(try device.status().owedKeys == 0)
      }
      // What is owed to nobody is not given again.
      let held = try trio.desk.status().held
      try await syncAll([trio.desk, trio.attic, loft, trio.desk], at: trio.relay)
      #expect(try trio.desk.status().held == held)
    }
  }
}
