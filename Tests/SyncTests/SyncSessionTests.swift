import AfterwitEncoding
import AfterwitSync
import AfterwitWire
import Testing

@Suite("The state machine asks for one thing at a time")
struct SyncSessionTests {
  private let cursor = RelayCursor(position: 4, hash: [UInt8](repeating: 4, count: 32))

  /// A session that has asked for the page after its cursor.
  private func pulling() throws -> (session: SyncSession, generation: Generation, token: Token) {
    let generation = try #require(Generation([UInt8](repeating: 1, count: 16)))
    let token = try #require(Token([UInt8](repeating: 2, count: 32)))
    let journal = try #require(JournalID([UInt8](repeating: 3, count: 16)))
    var session = SyncSession(
      request: ChallengeRequest(journal: journal, device: .zero), at: "https://relay.test")
    try #require(session.start() == .recall)
    let state = RelayState(generation: generation, cursor: cursor, token: token)
    try #require(session.handle(.recalled(state)) == .pull(after: cursor, as: token))
    return (session, generation, token)
  }

  @Test("a page and the cursor behind it go to the store together (AW-SYNC-17)")
  func oneTransaction() throws {
    var (session, generation, token) = try pulling()
    let after = cursor.advanced(past: .zero)
    let page = PullAnswer(cursor: after, heads: nil, envelopes: [[1]])
    let state = RelayState(generation: generation, cursor: after, token: token)
    #expect(session.handle(.pulled(generation, page)) == .admit([[1]], remembering: state))
    var admission = Admission()
    admission.admitted = 1
    #expect(session.handle(.admitted(admission)) == .pull(after: after, as: token))
  }

  @Test("a page of another generation is admitted without its cursor (AW-SYNC-6)")
  func otherGeneration() throws {
    var (session, _, token) = try pulling()
    let other = try #require(Generation([UInt8](repeating: 9, count: 16)))
    let page = PullAnswer(cursor: cursor, heads: Heads(), envelopes: [[1]])
    let state = RelayState(generation: other, cursor: nil, token: token)
    #expect(session.handle(.pulled(other, page)) == .admit([[1]], remembering: state))
    #expect(session.handle(.admitted(Admission())) == .askHeads(as: token))
  }

  @Test("time that ran out ends the session wherever it stands (AW-SYNC-13)")
  func outOfTime() throws {
    var (session, _, _) = try pulling()
    guard case .end(let report) = session.handle(.outOfTime) else {
      Issue.record("the session went on")
      return
    }
    #expect(report.outcome == .outOfTime)
  }
}
