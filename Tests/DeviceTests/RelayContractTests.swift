import AfterwitHTTP
import AfterwitHousehold
import AfterwitRelayContract
import Testing

@Suite("The relay over HTTP keeps the contract of every relay")
struct RelayContractTests {
  @Test("a clause", arguments: RelayClause.all)
  func clause(_ clause: RelayClause) async throws {
    try await LiveRelay.with { live in
      try await withHTTPRelay(at: live.address) { http in
        try await relayContract(
          makeRelay: { RelayUnderTest(relay: http) { try await live.makeCode() } },
          clauses: [clause])
      }
    }
  }
}
