import AfterwitDevice
import AfterwitHousehold
import AfterwitJournal
import AfterwitSync
import AfterwitWire
import Testing

@Suite("A relay, or a proxy before it, that takes nothing")
struct RefusingRelayTests {
  @Test(
    "Too much, too often, away: a fact, the rest comes, and later everything goes (AW-SYNC-12)",
    arguments: [RelayRefusal.tooMany, .busy])
  func refused(_ refusal: RelayRefusal) async throws {
    try await Trio.with { trio in
      let mine = try trio.desk.new(.mantra, edits: [.set(field: "words", value: "Mine")])
      let theirs = try trio.attic.new(.mantra, edits: [.set(field: "words", value: "Theirs")])
      try await trio.attic.sync(at: trio.relay)
      let failure = await #expect(throws: DeviceFailure.self) {
        try await trio.desk.sync(at: trio.relay) { relay in
          relay.appendFailure = .refused(refusal, retryAfterSeconds: nil)
        }
      }
      #expect(failure == .relay(refusal == .busy ? .busy : .tooManyRequests))
      #expect(try trio.desk.entry(theirs).text("words") == "Theirs")
      #expect(try trio.desk.status().pending == 1)
      try await trio.expectHealed()
      #expect(try trio.attic.entry(mine).text("words") == "Mine")
    }
  }

  @Test("What is too large for the relay stays, is counted, and goes when the limit is lifted")
  func tooLarge() async throws {
    try await Trio.with { trio in
      let mine = try trio.desk.new(.mantra, edits: [.set(field: "words", value: "Mine")])
      let report = try await trio.desk.sync(at: trio.relay) { relay in
        relay.appendFailure = .refused(.tooLarge, retryAfterSeconds: nil)
      }
      #expect(report.outcome == .disagreed && report.declined == 1 && report.pending == 1)
      try await trio.expectHealed()
      #expect(try trio.attic.entry(mine).text("words") == "Mine")
    }
  }

  @Test(
    "A joiner that ends between its confirmation and its welcome goes on, as the same (AW-SEAL-32)")
  func joinerCutShort() async throws {
    try await LiveRelay.with { relay in
      try await Household.with { household in
        let desk = try await household.founder("desk", at: relay)
        await #expect(throws: (any Error).self) {
          // Three messages are read, both have confirmed, and the fourth never arrives.
          try await household.joiner("attic", invitedBy: desk, at: relay) { relay in
            TamperingRelay(relay: relay, mailboxEnd: 3)
          }
        }
        #expect(throws: DeviceFailure.home(.joining(path: household.home("attic").path))) {
          try household.device("attic")
        }
        // With the same invite, with none, or with a further one: it comes with the same keys.
        let attic = try await household.joiner("attic", invitedBy: desk, at: relay)
        try await syncAll([attic, desk], at: relay)
        let id = try attic.new(.mantra, edits: [.set(field: "words", value: "In")])
        try await syncAll([attic, desk], at: relay)
        #expect(try desk.entry(id).text("words") == "In")
        #expect(try desk.devices().map(\.name).sorted { $0 ?? "" < $1 ?? "" } == ["attic", "desk"])
      }
    }
  }
}
