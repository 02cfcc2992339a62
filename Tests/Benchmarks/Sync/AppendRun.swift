import AfterwitHTTP
import AfterwitHousehold
import AfterwitMeter
import AfterwitRelayContract
import AfterwitSync
import AfterwitTestRandomness
import AfterwitWire
import Synchronization

/// 64 members of one journal who each append one envelope a request, as fast as they are answered.
///
/// Relay and clients share one process and its cores. The envelopes are written and signed before
/// the clock starts, for that is the clients' work; the relay parses, verifies, stores and syncs
/// each before it answers.
struct AppendRun {
  static let clientCount = 64
  let seconds: Int

  func measure() async throws {
    var random = SeededGenerator(seed: 1)
    let founder = try TestMember(journal: TestMember.journal(random: &random), random: &random)
    var admitting = founder
    let genesis = try admitting.admit(founder.member)
    var members: [TestMember] = []
    for _ in 0..<Self.clientCount {
      members.append(try TestMember(journal: founder.journal, random: &random))
    }
    let admissions = try members.map { try admitting.admit($0.member) }
    let perClient = seconds * 200
    let logs = try members.map { member in
      var member = member
      return try (0..<perClient).map { _ in
        try member.write(payload: TestMember.bytes(256, &random))
      }
    }
    let (clients, first, admitted) = (members, founder, admissions)
    try await LiveRelay.with { relay in
      try await withHTTPRelay(at: relay.address) { http in
        let code = try await relay.makeCode()
        let token = try await http.found(
          FoundRequest(code: code, device: first.device, genesis: genesis)
        ).value
        for page in stride(from: 0, to: admitted.count, by: 8) {
          _ = try await http.append(
            Array(admitted[page..<min(admitted.count, page + 8)]), as: token)
        }
        var tokens: [Token] = []
        for client in clients {
          let challenge = try await http.challenge(client.request).value
          tokens.append(try await http.login(try client.login(challenge)).value)
        }
        try await race(logs, as: tokens, at: http)
      }
    }
  }

  /// Appends each client's log until the time is over.
  private func race(
    _ logs: [[[UInt8]]], as tokens: [Token], at http: HTTPRelay
  ) async throws {
    let start = Moment.now
    let end = ContinuousClock.now.advanced(by: .seconds(seconds))
    let counts = try await withThrowingTaskGroup(of: Int.self) { clients in
      for (log, token) in zip(logs, tokens) {
        clients.addTask {
          var count = 0
          for envelope in log where ContinuousClock.now < end {
            let answer = try await http.append([envelope], as: token).value
            guard answer.outcomes == [.stored] else { throw RelayRefusedAnEnvelope() }
            count += 1
          }
          return count
        }
      }
      return try await clients.reduce(into: []) { $0.append($1) }
    }
    let passed = start.passed
    let total = counts.reduce(0, +)
    Fact("durable appends a second", Double(total) / passed.wall * 1000).print()
    Fact("CPU of an append, relay and client, ms", passed.cpu / Double(total)).print()
    Fact("envelopes", Double(total)).print()
    if counts.contains(logs[0].count) {
      Fact("clients that ran out of envelopes", Double(counts.count { $0 == logs[0].count }))
        .print()
    }
  }
}

/// The relay did not store what it should have.
private struct RelayRefusedAnEnvelope: Error {}
