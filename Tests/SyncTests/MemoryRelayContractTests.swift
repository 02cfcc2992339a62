import AfterwitMemoryRelay
import AfterwitRelayContract
import Testing

@Suite("The relay in memory keeps the contract of every relay")
struct MemoryRelayContractTests {
  @Test("each clause", arguments: RelayClause.all)
  func keeps(_ clause: RelayClause) async throws {
    let relay = MemoryRelay(seed: Scene.seed)
    let subject = RelayUnderTest(relay: relay) { await relay.makeCode() }
    try await relayContract(makeRelay: { subject }, clauses: [clause], seed: Scene.seed)
  }
}
