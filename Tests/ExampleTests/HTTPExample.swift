import AfterwitEncoding
import AfterwitHTTP
import AfterwitSync
import AfterwitWire
import Testing

@Suite("The example of HTTP")
struct HTTPExample {
  @Test("It runs as it is documented")
  func example() async throws {
    let journal = try #require(JournalID([UInt8](repeating: 7, count: 16)))
    let request = ChallengeRequest(journal: journal, device: .zero)
    let address = try RelayAddress("http://127.0.0.1:1")
    await #expect(throws: RelayFailure.self, "nothing listens there") {
      try await withHTTPRelay(at: address) { relay in
        _ = try await relay.challenge(request)
      }
    }
  }
}
