internal import AfterwitEncoding
internal import AfterwitSync
internal import AfterwitTestRandomness
internal import AfterwitWire

/// A fresh journal at a relay under test, with words for what a clause expects.
struct ContractSession {
  let subject: RelayUnderTest
  let clause: String
  var random: SeededGenerator
  var founder: TestMember
  let genesis: [UInt8]

  init(_ subject: RelayUnderTest, clause: String, seed: UInt64) throws {
    self.subject = subject
    self.clause = clause
    // Relays outlive a run: the journal must be another each time.
    var system = SystemRandomNumberGenerator()
    random = SeededGenerator(seed: seed ^ system.next())
    founder = try TestMember(journal: TestMember.journal(random: &random), random: &random)
    genesis = try founder.found()
  }

  var relay: any Relay { subject.relay }

  /// Brings the journal to the relay.
  func found() async throws -> Token {
    try await relay.found(try await foundRequest()).value
  }

  func foundRequest() async throws -> FoundRequest {
    try await foundRequest(of: founder, code: try await subject.makeCode(), genesis: genesis)
  }

  /// How a member brings a journal under a new challenge.
  func foundRequest(
    of member: TestMember, code: String, genesis: [UInt8], introduction: [[UInt8]] = []
  ) async throws -> FoundRequest {
    let challenge = try await relay.challenge(member.request).value
    return try member.founding(
      challenge, at: relay.address, code: code, genesis: genesis, introduction: introduction)
  }

  func login(_ member: TestMember) async throws -> Token { try await member.login(to: relay) }

  mutating func stranger() throws -> TestMember {
    try TestMember(journal: founder.journal, random: &random)
  }

  mutating func change(_ count: Int = 300) throws -> [UInt8] {
    try founder.write(payload: TestMember.bytes(count, &random))
  }

  func expect(_ isKept: Bool, _ words: String) throws {
    if !isKept { throw BrokenClause(description: "\(clause): \(words)") }
  }

  func expectRefusal<Value>(
    _ refusals: RelayRefusal..., of words: String,
    _ call: () async throws(RelayFailure) -> Value
  ) async throws {
    do throws(RelayFailure) {
      _ = try await call()
    } catch {
      guard case .refused(let refusal, _) = error, refusals.contains(refusal) else {
        throw BrokenClause(description: "\(clause): \(words) gave \(error)")
      }
      return
    }
    throw BrokenClause(description: "\(clause): \(words) was accepted")
  }

  func id(of envelope: [UInt8]) throws -> EnvelopeID { try Envelope(parsing: envelope).id }
}
