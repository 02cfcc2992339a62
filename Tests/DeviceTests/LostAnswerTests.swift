import AfterwitDevice
import AfterwitHousehold
import Testing

@Suite("A pairing of which one answer is lost")
struct LostAnswerTests {
  @Test(
    "goes well, whichever it is and on either side (AW-SEAL-33)",
    arguments: 0..<9, [true, false])
  func lost(_ number: Int, isInviters: Bool) async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let desk = try await household.founder("desk", at: relay)
        let calls = LossyRelay.Calls(losing: number)
        let attic =
          if isInviters {
            try await household.joiner(
              "attic", invitedBy: desk, at: relay,
              invitedThrough: { LossyRelay(relay: $0, calls: calls) })
          } else {
            try await household.joiner("attic", invitedBy: desk, at: relay) {
              LossyRelay(relay: $0, calls: calls)
            }
          }
        // Opening, three messages, and a look for each of the others' at the least.
        #expect(calls.total >= 6)
        try await syncAll([attic, desk], at: relay)
        #expect(try desk.devices().map(\.name) == ["desk", "attic"])
        #expect(try desk.status().digest == attic.status().digest)
      }
    }
  }
}
