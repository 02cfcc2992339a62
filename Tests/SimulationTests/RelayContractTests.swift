import AfterwitRelayContract
import AfterwitSimulator
import AfterwitTestThreads
import Testing

@Suite("The simulator's relay keeps the contract of every relay", .patient)
struct SimulatedRelayContractTests {
  @Test("a clause", arguments: RelayClause.all)
  func keeps(_ clause: RelayClause) async throws {
    try await SimulatedRelay.with { relay, makeCode in
      try await relayContract(
        makeRelay: { RelayUnderTest(relay: relay, makeCode: makeCode) }, clauses: [clause])
    }
  }
}
