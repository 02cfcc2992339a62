import AfterwitRelay
import AfterwitRelayHTTP
import AfterwitTestRelay
import AfterwitTestThreads
import AfterwitWire
import Glibc
import Testing

@Suite("Connections take turns and make room", .timely, .serialized)
struct ConnectionTests {
  init() {
    // Both ends of all connections are of this process, and other tests have theirs.
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    limit.rlim_cur = limit.rlim_max
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  @Test("More connections than there is room for keep nobody out (AW-RELAY-65)")
  func crowd() async throws {
    try await withServer { _, client in
      var open: [Int32] = []
      defer { for descriptor in open { close(descriptor) } }
      for _ in 0..<(RelayLimits.connectionsOfAddress + 40) {
        open.append(try SocketClient.connect(port: client.port))
      }
      for _ in 0..<3 {
        #expect(try await client.send("GET", RelayCall.health).status == 200)
      }
      // The oldest went.
      #expect(await SocketClient.isClosed(open[0], withinSeconds: 20))
    }
  }

  @Test("A connection that has shown a session keeps its place (AW-RELAY-65)")
  func ofSession() async throws {
    try await withServer { relay, client in
      let token = try await relay.service.found(try await relay.request(TestJournal())).text
      let first = try SocketClient.connect(
        port: client.port,
        sending: Array(
          "GET /v1/heads HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\r\n".utf8))
      defer { close(first) }
      var byte = UInt8(0)
      #expect(recv(first, &byte, 1, 0) == 1)
      var open: [Int32] = []
      defer { for descriptor in open { close(descriptor) } }
      for _ in 0..<(RelayLimits.connectionsOfAddress + 40) {
        open.append(try SocketClient.connect(port: client.port))
      }
      #expect(try await client.send("GET", RelayCall.health).status == 200)
      #expect(await SocketClient.asksForHealth(on: first))
    }
  }

  @Test("Requests sent in one go are each answered, in their order (AW-RELAY-65)")
  func pipelined() async throws {
    try await withServer { _, client in
      let health = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
      let nowhere = "POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"
      let last = "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
      let many = String(repeating: health + nowhere, count: 40) + last
      let answer = try await client.raw(Array(many.utf8))
      let text = String(decoding: answer.body, as: UTF8.self)
      let statuses = text.split(separator: "HTTP/1.1 ").dropFirst().compactMap {
        $0.split(separator: " ").first
      }
      #expect(statuses.count == 80)
      #expect(statuses.enumerated().allSatisfy { $1 == ($0 % 2 == 0 ? "404" : "200") })
    }
  }

  @Test("A first head that does not come in time ends its connection (AW-RELAY-66)")
  func slowHead() async throws {
    let patience = RelayPatience(idle: 600_000, deadline: 600_000, head: 300, drain: 1500)
    try await withServer(patience: patience) { _, client in
      let silent = try SocketClient.connect(port: client.port)
      let slow = try SocketClient.connect(
        port: client.port, sending: Array("GET /healthz HTTP/1.1\r\n".utf8))
      defer { for descriptor in [silent, slow] { close(descriptor) } }
      #expect(await SocketClient.isClosed(silent, withinSeconds: 60))
      #expect(await SocketClient.isClosed(slow, withinSeconds: 60))
    }
  }

  @Test("A body slower than the least rate ends its connection (AW-RELAY-66)")
  func slowBody() async throws {
    let patience = RelayPatience(
      idle: 600_000, deadline: 600_000, head: 300, bytesPerSecond: 1000, drain: 1500)
    try await withServer(patience: patience) { _, client in
      let head = "POST /v1/challenges HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n"
      let descriptor = try SocketClient.connect(port: client.port, sending: Array(head.utf8))
      defer { close(descriptor) }
      var count = 0
      while count < 400, SocketClient.trickle(into: descriptor) {
        count += 1
        try await Task.sleep(for: .milliseconds(50))
      }
      #expect(count < 400)
    }
  }

  @Test(
    "Behind a proxy that is trusted each client has a rate of its own (AW-RELAY-67)",
    arguments: [
      (TrustedProxies.Field.xForwardedFor, "X-Forwarded-For: 9.9.9.9, %", true),
      (.forwarded, "Forwarded: for=9.9.9.9, for=\"%:44\";proto=https", true),
      // What the proxy does not write, its client may have written.
      (.xForwardedFor, "Forwarded: for=%", false), (.forwarded, "X-Forwarded-For: %", false),
      (.xForwardedFor, "X-Forwarded-For: %, nobody", false),
    ])
  func proxied(field: TrustedProxies.Field, line: String, isToldApart: Bool) async throws {
    for proxies in [["127.0.0.0/8"], ["10.0.0.1"]] {
      let trusted = try TrustedProxies(proxies, field: field).required()
      try await withServer(rate: RelayRate(perSecond: 1, burst: 2), proxies: trusted) { _, client in
        var statuses: [Int] = []
        for number in 1...4 {
          let fields = [line.replacing("%", with: "192.0.2.\(number)")]
          statuses.append(try await client.send("GET", "/nowhere", fields: fields).status)
        }
        let isOwn = isToldApart && proxies == ["127.0.0.0/8"]
        #expect(statuses.prefix(2) == [404, 404])
        #expect(statuses.contains(429) == !isOwn)
      }
    }
  }

  @Test("What a trusted network is not is refused")
  func misspelt() {
    for text in ["", "relay", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::1/129", "10.0.0/8"] {
      #expect(TrustedProxies([text], field: .forwarded) == nil, "\(text)")
    }
  }
}
