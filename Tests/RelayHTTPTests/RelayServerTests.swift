import AfterwitEncoding
import AfterwitRelay
import AfterwitRelayHTTP
import AfterwitTestRelay
import AfterwitTestThreads
import AfterwitWire
import Glibc
import Testing

@Suite("The relay over HTTP", .timely, .serialized)
struct RelayServerTests {
  @Test("Every call works over HTTP, and every answer names the generation (AW-RELAY-9)")
  func calls() async throws {
    try await withServer { relay, client in
      var journal = try TestJournal()
      let request = try await relay.request(journal)
      let founded = try await client.send("POST", RelayCall.journals, body: request.bytes)
      let first = try Token(founded.body).required().text

      let asked = ChallengeRequest(journal: journal.id, device: journal.founder.id)
      let challenge = try await client.send("POST", RelayCall.challenges, body: asked.bytes)
      let login = try journal.founder.login(Challenge(decoding: challenge.body), for: asked)
      let session = try await client.send("POST", RelayCall.sessions, body: login.bytes)
      let token = try Token(session.body).required().text
      #expect(token != first)

      let change = try journal.change()
      var page = ByteBuilder()
      Page.encode([change.bytes], into: &page)
      let append = try await client.send(
        "POST", RelayCall.envelopes, token: token, body: page.bytes)
      let appended = try AppendAnswer(decoding: append.body)
      #expect(appended.outcomes == [.stored])

      let start = RelayCursor.start.text
      let pull = try await client.send(
        "GET", RelayCall.envelopes + "?after=\(start)", token: first)
      #expect(
        try PullAnswer(decoding: pull.body).envelopes == [journal.genesis.bytes, change.bytes])
      let heads = try await client.send("GET", RelayCall.heads, token: token)
      #expect(try HeadsAnswer(decoding: heads.body).heads == appended.heads)
      let device = journal.founder.id
      let log = try await client.send(
        "GET", RelayCall.logs + "/\(device)?from=2&to=18446744073709551615", token: token)
      #expect(try LogAnswer(decoding: log.body).envelopes == [change.bytes])

      let health = try await client.send("GET", RelayCall.health)
      for answer in [founded, challenge, session, append, pull, heads, log, health] {
        #expect(answer.status == 200)
        #expect(answer.fields[RelayCall.generationHeader] == relay.service.generation.description)
        #expect(answer.fields[RelayCall.refusalHeader] == nil)
      }
      #expect(pull.fields["content-type"] == RelayCall.mediaType)
    }
  }

  @Test("Mailboxes work over HTTP with their own token (AW-RELAY-30)")
  func mailboxes() async throws {
    try await withServer { relay, client in
      let journal = try TestJournal()
      let request = try await relay.request(journal)
      let session = try await relay.service.found(request).text
      let box = try Token([UInt8](repeating: 3, count: 32)).required()
      let path = RelayCall.mailboxes + "/\(box.mailbox)"
      let opened = try await client.send("PUT", path, token: session)
      let left = try await client.send(
        "POST", RelayCall.mailbox, token: box.text, body: [1, 2, 3])
      let read = try await client.send("GET", RelayCall.mailbox + "?after=0", token: box.text)
      #expect(try MailboxAnswer(decoding: read.body).messages == [[1, 2, 3]])
      let large = [UInt8](repeating: 0, count: Limits.mailboxMessage + 1)
      let refused = try await client.send(
        "POST", RelayCall.mailbox, token: box.text, body: large)
      #expect(refused.status == 413)
      let closed = try await client.send("DELETE", path, token: session)
      let gone = try await client.send("GET", RelayCall.mailbox + "?after=0", token: box.text)
      #expect([opened, left, read, closed, gone].map(\.status) == [200, 200, 200, 200, 404])
      #expect(gone.fields[RelayCall.refusalHeader] == "unknown")
    }
  }

  @Test("Refusals carry a status, a word, a sentence and the generation (AW-RELAY-50, AW-RELAY-53)")
  func refusals() async throws {
    try await withServer { relay, client in
      let session = try await token(relay)
      let garbage = [UInt8](repeating: 0x7b, count: 900)
      let cases: [(SocketClient.Answer, Int, String)] = [
        (try await client.send("GET", "/nowhere"), 404, "path"),
        (try await client.send("POST", "/journal" + RelayCall.challenges), 404, "path"),
        (try await client.send("POST", "/" + RelayCall.challenges), 404, "path"),
        (try await client.send("DELETE", RelayCall.heads, token: session), 404, "path"),
        (try await client.send("POST", RelayCall.envelopes, body: garbage), 401, "unauthorized"),
        (
          try await client.send("POST", RelayCall.envelopes, token: "zz", body: garbage), 401,
          "unauthorized"
        ),
        (
          try await client.send("POST", RelayCall.envelopes, token: session, body: garbage), 400,
          "malformed"
        ),
        (try await client.send("POST", RelayCall.challenges, body: garbage), 400, "malformed"),
        (try await client.send("GET", RelayCall.envelopes, token: session), 400, "malformed"),
        (
          try await client.send(
            "GET", RelayCall.envelopes + "?after=3-" + String(repeating: "ab", count: 32),
            token: session), 409, "cursor"
        ),
        (
          try await client.send("GET", RelayCall.logs + "/12?from=1&to=2", token: session), 400,
          "malformed"
        ),
      ]
      for (answer, status, word) in cases {
        #expect(answer.status == status)
        #expect(answer.fields[RelayCall.refusalHeader] == word)
        #expect(answer.fields[RelayCall.generationHeader] == relay.service.generation.description)
        #expect(answer.fields["content-type"]?.hasPrefix("text/plain") == true)
        #expect(answer.body.last == UInt8(ascii: "\n") && answer.body.count > 10)
      }
    }
  }

  @Test("A body past the limit is refused, announced or not (AW-RELAY-51)")
  func oversized() async throws {
    try await withServer { relay, client in
      let session = try await token(relay)
      let large = [UInt8](repeating: 0, count: Limits.message + 1)
      let announced = try await client.send(
        "POST", RelayCall.envelopes, token: session, body: large)
      #expect(announced.status == 413)
      let chunk = String(large.count, radix: 16)
      let head = """
        POST \(RelayCall.envelopes) HTTP/1.1\r\nHost: relay\r\nConnection: close\r
        Authorization: Bearer \(session)\r\nTransfer-Encoding: chunked\r\n\r\n\(chunk)\r\n
        """
      let chunked = try await client.raw(Array(head.utf8) + large + Array("\r\n0\r\n\r\n".utf8))
      #expect(chunked.status == 413)
      let short = try await client.send(
        "POST", RelayCall.challenges, body: [UInt8](repeating: 0, count: 2000))
      #expect(short.status == 413)
      let opening = try await client.send(
        "POST", RelayCall.sessions, body: [UInt8](repeating: 0, count: Limits.payload + 2000))
      #expect(opening.status == 413)
      for answer in [announced, chunked, short, opening] {
        #expect(answer.fields[RelayCall.refusalHeader] == "too-large")
      }
    }
  }

  @Test("Broken HTTP is answered with the generation too (AW-RELAY-9)")
  func brokenHTTP() async throws {
    try await withServer { relay, client in
      let answer = try await client.raw(Array("NOT A REQUEST\r\n\r\n".utf8))
      #expect(answer.status == 400)
      #expect(answer.fields[RelayCall.generationHeader] == relay.service.generation.description)
      let head = "GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 40_000))\r\n\r\n"
      let long = try await client.raw(Array(head.utf8))
      #expect(long.status == 400)
    }
  }

  @Test(
    "Requests whose reading depends on the reader are refused (AW-RELAY-62)",
    arguments: [
      ("GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b", 400),
      ("GET /healthz HTTP/1.1\r\nHost: a\r\nHost: a", 400),
      ("GET /healthz HTTP/1.1\r\nhost: a, b", 400),
      ("GET /healthz HTTP/1.1\r\nHost:", 400),
      ("GET /healthz HTTP/1.1\r\nX: y", 400),
      ("GET /healthz HTTP/1.0", 400),
      ("POST /v1/challenges HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked", 501),
      ("POST /v1/challenges HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked", 400),
      ("POST /v1/challenges HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip", 400),
      (
        "POST /v1/challenges HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked",
        400
      ),
      ("POST /v1/challenges HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4", 400),
    ])
  func ambiguous(head: String, status: Int) async throws {
    try await withServer { relay, client in
      // What follows on the connection is not taken for a request.
      let next = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
      let answer = try await client.raw(Array((head + "\r\n\r\n0\r\n\r\n" + next).utf8))
      #expect(answer.status == status)
      #expect(answer.body.isEmpty)
      #expect(answer.fields[RelayCall.generationHeader] == relay.service.generation.description)
    }
  }

  @Test("A call that brings something brings it (AW-RELAY-62)")
  func empty() async throws {
    try await withServer { relay, client in
      let session = try await token(relay)
      let box = try Token([UInt8](repeating: 3, count: 32)).required()
      _ = try await client.send("PUT", RelayCall.mailboxes + "/\(box.mailbox)", token: session)
      for (path, token) in [
        (RelayCall.challenges, nil), (RelayCall.sessions, nil), (RelayCall.journals, nil),
        (RelayCall.envelopes, session), (RelayCall.mailbox, box.text),
      ] {
        for body in [nil, []] as [[UInt8]?] {
          let answer = try await client.send("POST", path, token: token, body: body)
          #expect(answer.fields[RelayCall.refusalHeader] == "malformed", "\(path)")
        }
      }
    }
  }

  @Test("Too many requests are answered 429 with Retry-After (AW-RELAY-8)")
  func tooMany() async throws {
    try await withServer(rate: RelayRate(perSecond: 1, burst: 3)) { _, client in
      for _ in 0..<3 {
        #expect(try await client.send("GET", "/nowhere").status == 404)
      }
      let answer = try await client.send("GET", "/nowhere")
      #expect(answer.status == 429)
      #expect(answer.fields["retry-after"] == "1")
      for _ in 0..<5 {
        #expect(try await client.send("GET", RelayCall.health).status == 200)
      }
    }
  }

  @Test(
    "More appends in a minute than are given are answered 429, other calls are not (AW-RELAY-71)")
  func tooManyAppends() async throws {
    try await withServer(quota: Quota(appendsPerMinute: 2)) { relay, client in
      var journal = try TestJournal()
      let token = try await relay.service.found(try await relay.request(journal)).text
      var statuses: [Int] = []
      for _ in 0..<3 {
        var builder = ByteBuilder()
        Page.encode([try journal.change().bytes], into: &builder)
        let answer = try await client.send(
          "POST", RelayCall.envelopes, token: token, body: builder.bytes)
        statuses.append(answer.status)
        if answer.status == 429 { #expect(answer.fields["retry-after"] == "30") }
      }
      #expect(statuses == [200, 200, 429])
      #expect(try await client.send("GET", RelayCall.heads, token: token).status == 200)
    }
  }

  @Test("It stops within ten seconds though connections are open (AW-RELAY-52)")
  func gracefulStop() async throws {
    var last = ContinuousClock.now
    var open: [Int32] = []
    defer { for descriptor in open { close(descriptor) } }
    try await withServer { _, client in
      open.append(try SocketClient.connect(port: client.port))
      let half = "POST /v1/challenges HTTP/1.1\r\nHost: relay\r\nContent-Length: 48\r\n\r\nab"
      open.append(try SocketClient.connect(port: client.port, sending: Array(half.utf8)))
      #expect(try await client.send("GET", RelayCall.health).status == 200)
      last = .now
    }
    #expect(last.duration(to: .now) < .seconds(10))
  }

  @Test("A request that comes byte by byte is cut off at its deadline (AW-RELAY-52)")
  func slowRequest() async throws {
    try await withServer(patience: RelayPatience(deadline: 600)) { _, client in
      let start = ContinuousClock.now
      let descriptor = try SocketClient.connect(
        port: client.port, sending: Array("GET /healthz HTTP/1.1\r\n".utf8))
      defer { close(descriptor) }
      // On a busy machine all takes longer; 80 pauses take 4 seconds on one that is not.
      var count = 0
      while count < 100, SocketClient.trickle(into: descriptor) {
        count += 1
        try await Task.sleep(for: .milliseconds(50))
      }
      #expect(start.duration(to: .now) > .milliseconds(400) && count < 80)
    }
  }

  @Test("A connection that completes requests in time stays, and goes when it stops (AW-RELAY-52)")
  func busyConnection() async throws {
    try await withServer(patience: RelayPatience(deadline: 2000)) { _, client in
      let descriptor = try SocketClient.connect(port: client.port)
      defer { close(descriptor) }
      let start = ContinuousClock.now
      while start.duration(to: .now) < .seconds(5) {
        #expect(await SocketClient.asksForHealth(on: descriptor))
        try await Task.sleep(for: .milliseconds(50))
      }
      #expect(await SocketClient.isClosed(descriptor, withinSeconds: 20))
    }
  }

  private func token(_ relay: TestRelay) async throws -> String {
    let journal = try TestJournal()
    let request = try await relay.request(journal)
    return try await relay.service.found(request).text
  }
}
