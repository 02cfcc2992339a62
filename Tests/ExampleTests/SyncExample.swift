import AfterwitEncoding
import AfterwitSync
import AfterwitWire
import Testing

@Suite("The example of Sync")
struct SyncExample {
  @Test("It runs as it is documented")
  func example() throws {
    let journal = try #require(JournalID([UInt8](repeating: 7, count: 16)))
    let request = ChallengeRequest(journal: journal, device: .zero)
    var session = SyncSession(request: request, at: "https://relay.example")
    #expect(session.start() == .recall)
    #expect(session.handle(.recalled(RelayState())) == .challenge(request))

    let failure = RelayFailure.unreachable(.silence("no network"))
    guard case .end(let report) = session.handle(.failed(failure)) else {
      throw failure
    }
    #expect(report.outcome == .failed(failure))
  }
}
