import AfterwitEncoding
import AfterwitHTTP
import AfterwitHousehold
import AfterwitMeter
import AfterwitRelayContract
import AfterwitSync
import AfterwitTestRandomness
import AfterwitWire
import NIOCore

/// 64 clients, each over a connection of its own, append one envelope a request as fast as they are
/// answered: bare connections, which show what the relay can do, or the clients that devices have.
///
/// Relay and clients share one process and its cores. The envelopes are written and signed before
/// the clock starts, for that is the clients' work; the relay parses, verifies, stores and syncs
/// each before it answers.
struct AppendRun {
  static let clientCount = 64
  let seconds: Int
  /// How many journals the clients share evenly: one has 64 devices, 64 have one each.
  let journals: Int
  /// Whether the clients are those of devices.
  let areDevices: Bool

  /// A device with a connection and a session, and what it will append.
  private struct Client: Sendable {
    let relay: HTTPRelay
    let token: Token
    let log: [[UInt8]]
  }

  func measure() async throws {
    let (seconds, journals, areDevices) = (seconds, journals, areDevices)
    try await LiveRelay.with { relay in
      var random = SeededGenerator(seed: 1)
      var clients: [Client] = []
      for _ in 0..<journals {
        clients += try await Self.clients(
          Self.clientCount / journals, at: relay, logLength: seconds * 200, using: &random)
      }
      let whose = "64 \(areDevices ? "devices" : "bare clients") of \(journals) journals"
      let port = areDevices ? nil : relay.port
      try await Self.race(clients, on: port, seconds: seconds, whose: whose)
      for client in clients { await client.relay.shutdown() }
    }
  }

  /// The devices of a new journal.
  private static func clients(
    _ count: Int, at live: LiveRelay, logLength: Int, using random: inout SeededGenerator
  ) async throws -> [Client] {
    var founder = try TestMember(journal: TestMember.journal(random: &random), random: &random)
    let genesis = try founder.found()
    let first = HTTPRelay(at: live.address)
    let token = try await founder.found(
      at: first, code: try await live.makeCode(), genesis: genesis)
    var others: [TestMember] = []
    for _ in 1..<max(count, 1) {
      let member = try TestMember(journal: founder.journal, random: &random)
      _ = try await first.append([try founder.admit(member.member)], as: token)
      others.append(member)
    }
    var clients = [
      Client(relay: first, token: token, log: try log(of: &founder, logLength, &random))
    ]
    for var member in others {
      let relay = HTTPRelay(at: live.address)
      let token = try await member.login(to: relay)
      clients.append(
        Client(relay: relay, token: token, log: try log(of: &member, logLength, &random)))
    }
    return clients
  }

  private static func log(
    of member: inout TestMember, _ count: Int, _ random: inout SeededGenerator
  ) throws -> [[UInt8]] {
    let payload = TestMember.bytes(256, &random)
    return try (0..<count).map { _ in try member.write(payload: payload) }
  }

  /// Appends each client's log until the time is over; over bare connections where a port is given.
  private static func race(
    _ clients: [Client], on port: Int?, seconds: Int, whose: String
  ) async throws {
    let requests = port == nil ? [] : clients.map { $0.log.map(request) }
    let start = Moment.now
    let end = ContinuousClock.now.advanced(by: .seconds(seconds))
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for (place, client) in clients.enumerated() {
        group.addTask {
          guard let port else { return try await append(client, until: end) }
          return try await AppendingConnection.append(
            requests[place], as: client.token, port: port, until: end)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let passed = start.passed
    let total = counts.reduce(0, +)
    Fact("durable appends a second, \(whose)", Double(total) / passed.wall * 1000).print()
    Fact("CPU of an append, relay and client, \(whose), ms", passed.cpu / Double(total)).print()
    let exhausted = counts.count { $0 == clients[0].log.count }
    if exhausted > 0 { Fact("clients that ran out of envelopes", Double(exhausted)).print() }
  }

  private static func append(
    _ client: Client, until end: ContinuousClock.Instant
  ) async throws -> Int {
    var count = 0
    for envelope in client.log where ContinuousClock.now < end {
      let answer = try await client.relay.append([envelope], as: client.token).value
      guard answer.outcomes == [.stored] else { throw RelayRefusedAnEnvelope() }
      count += 1
    }
    return count
  }

  private static func request(_ envelope: [UInt8]) -> ByteBuffer {
    var builder = ByteBuilder()
    Page.encode([envelope], into: &builder)
    return ByteBuffer(bytes: builder.bytes)
  }
}
