import AfterwitEncoding
import AfterwitRelay
import AfterwitRelayHTTP
import AfterwitTestRelay
import AfterwitTestThreads
import AfterwitWire
import Testing

@Suite("The stream of events over HTTP", .timely, .serialized)
struct EventTests {
  private static let quick = RelayPatience(
    idle: 600_000, deadline: 600_000, drain: 60_000, heartbeat: 50)
  private static let silent = RelayPatience(idle: 600_000, deadline: 600_000, heartbeat: 600_000)

  @Test("It tells at once where the order ends, and again when it has grown (AW-RELAY-57)")
  func positions() async throws {
    try await withServer(patience: Self.silent) { relay, client in
      var (journal, token) = try await founded(at: relay)
      let events = try EventClient(client, token: token.text)
      try await events.wait { events.positions == [1] }
      let session = try await relay.service.session(for: token)
      _ = try await relay.service.append([journal.change().bytes], as: session)
      try await events.wait { events.positions == [1, 2] }
      let (first, second) = (try journal.change(), try journal.change())
      _ = try await relay.service.append([first.bytes, second.bytes], as: session)
      try await events.wait { events.positions.last == 4 }
      // Nothing new, no event.
      _ = try await relay.service.append([second.bytes], as: session)
      var (other, _) = try await founded(at: relay, seed: testSeed &+ 1)
      _ = try await relay.service.append(
        [other.change().bytes], as: relay.login(other.founder))
      #expect(events.positions == [1, 2, 4])
      events.leave()
    }
  }

  @Test("Its head and its first piece go through proxies (AW-RELAY-57)")
  func head() async throws {
    try await withServer(patience: Self.silent) { relay, client in
      let events = try EventClient(client, token: try await founded(at: relay).1.text)
      try await events.wait { !events.positions.isEmpty }
      let parts = events.text.split(separator: "\r\n\r\n", maxSplits: 1)
      let head = parts[0].lowercased()
      for line in [
        "http/1.1 200 ok", "content-type: text/event-stream", "cache-control: no-cache",
        "x-accel-buffering: no", "transfer-encoding: chunked", "afterwit-heartbeat: 600",
        "\(RelayCall.generationHeader): \(relay.service.generation)",
      ] {
        #expect(head.contains(line))
      }
      #expect(!head.contains("content-length"))
      #expect(parts[1].contains("\r\n:\n\ndata: 1\n\n\r\n") && parts[1].utf8.count < 512)
      events.leave()
    }
  }

  @Test("A heartbeat breaks every silence, and no deadline of requests cuts it (AW-RELAY-58)")
  func heartbeat() async throws {
    let patience = RelayPatience(idle: 300, deadline: 1000, drain: 1500, heartbeat: 50)
    try await withServer(patience: patience) { relay, client in
      let events = try EventClient(client, token: try await founded(at: relay).1.text)
      try await events.wait { events.hasEnded || events.text.ranges(of: ":\n\n").count > 60 }
      #expect(!events.hasEnded, "60 heartbeats take three deadlines")
      events.leave()
    }
  }

  @Test("It is for sessions of members, and takes no query (AW-RELAY-57)")
  func refusals() async throws {
    try await withServer { relay, client in
      var journal = try TestJournal()
      let stranger = try journal.newDevice()
      let token = try await relay.service.found(
        try await relay.request(
          journal, as: stranger, introduction: [journal.admission(of: stranger).bytes])
      ).text
      let member = try await founded(at: relay, seed: testSeed &+ 1).1.text
      let cases = [
        (RelayCall.events, nil, "unauthorized"), (RelayCall.events, "zz", "unauthorized"),
        (RelayCall.events, token, "unknown"), (RelayCall.events + "?after=1", member, "malformed"),
      ]
      for (path, token, word) in cases {
        let answer = try await client.send("GET", path, token: token)
        #expect(answer.fields[RelayCall.refusalHeader] == word)
      }
    }
  }

  @Test("It ends with its session, within a heartbeat (AW-RELAY-59)")
  func session() async throws {
    try await withServer(patience: Self.quick) { relay, client in
      let events = try EventClient(client, token: try await founded(at: relay).1.text)
      try await events.wait { !events.positions.isEmpty }
      relay.clock.advance(seconds: Limits.sessionLifetime - 10)
      try await Task.sleep(for: .milliseconds(200))
      #expect(!events.hasEnded)
      relay.clock.advance(seconds: 10)
      try await events.wait { events.hasEnded }
      #expect(events.text.hasSuffix("0\r\n\r\n"), "it ends whole")
    }
  }

  @Test("A device has four; another ends the oldest (AW-RELAY-60)")
  func bound() async throws {
    try await withServer(patience: Self.silent) { relay, client in
      let token = try await founded(at: relay).1.text
      var streams: [EventClient] = []
      for _ in 0..<5 {
        let events = try EventClient(client, token: token)
        try await events.wait { !events.positions.isEmpty }
        streams.append(events)
      }
      try await streams[0].wait { streams[0].hasEnded }
      #expect(streams.map(\.hasEnded) == [true, false, false, false, false])
      // One whose client left makes room.
      streams[1].leave()
      try await streams[1].wait { streams[1].hasEnded }
      try await Task.sleep(for: .milliseconds(100))
      let events = try EventClient(client, token: token)
      try await events.wait { !events.positions.isEmpty }
      #expect(streams.map(\.hasEnded) == [true, true, false, false, false])
      for events in streams + [events] { events.leave() }
    }
  }

  @Test("A relay that stops ends them at once, not after the time of open requests (AW-RELAY-59)")
  func stop() async throws {
    var last = ContinuousClock.now
    try await withServer(patience: Self.quick) { relay, client in
      let events = try EventClient(client, token: try await founded(at: relay).1.text)
      try await events.wait { !events.positions.isEmpty }
      last = .now
    }
    #expect(last.duration(to: .now) < .seconds(30), "a drain takes 60")
  }

  private func founded(
    at relay: TestRelay, seed: UInt64 = testSeed
  ) async throws -> (TestJournal, Token) {
    let journal = try TestJournal(seed: seed)
    let request = try await relay.request(journal)
    return (journal, try await relay.service.found(request))
  }
}
