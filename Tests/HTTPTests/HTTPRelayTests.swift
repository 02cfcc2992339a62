import AfterwitEncoding
import AfterwitHTTP
import AfterwitSync
import AfterwitWire
import Testing

@Suite("A relay over HTTP is believed only when it answers as one")
struct HTTPRelayTests {
  private static let generation = "afterwit-generation: 000102030405060708090a0b0c0d0e0f"
  private static let mediaType = "content-type: application/vnd.afterwit"
  private static let html = "content-type: text/html; charset=utf-8"

  private func token() throws -> Token { try #require(Token([UInt8](repeating: 0xab, count: 32))) }

  /// What asking a server for its heads comes to.
  private func outcome(
    of reply: RawReply, within limit: Duration = .seconds(60)
  ) async throws -> Result<RelayAnswer<HeadsAnswer>, RelayFailure> {
    var outcome: Result<RelayAnswer<HeadsAnswer>, RelayFailure>?
    let token = try token()
    try await RawServer.serving(reply) { server, url in
      let limits = HTTPRelay.TimeLimits(connect: .seconds(60), call: limit)
      outcome = try await withHTTPRelay(at: try RelayAddress(url), limits: limits) { relay in
        do throws(RelayFailure) {
          return .success(try await relay.heads(as: token))
        } catch {
          return .failure(error)
        }
      }
      #expect(server.connections == 1)
    }
    return try #require(outcome)
  }

  private func expectNoRelay(_ reply: RawReply, saying words: String...) async throws {
    guard case .failure(.notARelay(let sentence)) = try await outcome(of: reply) else {
      Issue.record("it was taken for a relay, or for nobody")
      return
    }
    for word in words {
      #expect(sentence.contains(word), "\(sentence)")
    }
  }

  @Test("a genuine answer is read, and the token was sent as a bearer")
  func genuine() async throws {
    let answer = HeadsAnswer(cursor: .start, heads: Heads())
    let reply = RawReply(
      "200 OK", headers: [Self.generation, Self.mediaType], body: answer.bytes)
    let token = try token()
    try await RawServer.serving(reply) { server, url in
      try await withHTTPRelay(at: try RelayAddress(url + "/some/where/")) { relay in
        let heads = try await relay.heads(as: token)
        #expect(heads.value == answer)
        #expect(heads.generation.description == "000102030405060708090a0b0c0d0e0f")
      }
      let request = try #require(server.received.first)
      #expect(request.hasPrefix("GET /some/where/v1/heads HTTP/1.1\r\n"))
      #expect(request.contains("Bearer \(token.text)"))
    }
  }

  @Test(
    "HTML is no relay, whatever its status (AW-SYNC-14)", arguments: ["200 OK", "404 Not Found"])
  func html(status: String) async throws {
    let body = Array("<html>Sign in to the network</html>".utf8)
    try await expectNoRelay(
      RawReply(status, headers: [Self.html], body: body), saying: "text/html",
      String(status.prefix(3)))
    try await expectNoRelay(
      RawReply(status, headers: [Self.html, Self.generation], body: body), saying: "text/html")
  }

  @Test("a server's own 500 and 502 are no relay's answers")
  func serverErrors() async throws {
    try await expectNoRelay(RawReply("500 Internal Server Error"), saying: "500")
    try await expectNoRelay(
      RawReply("502 Bad Gateway", headers: [Self.generation]), saying: "502")
    try await expectNoRelay(RawReply("401 Unauthorized"), saying: "401")
  }

  @Test(
    "a proxy whose relay is away is asked again like a busy relay (AW-SYNC-14)",
    arguments: ["502 Bad Gateway", "503 Service Unavailable", "504 Gateway Timeout"])
  func awayBehindProxy(status: String) async throws {
    let page = Array("<html>The service is away</html>".utf8)
    let away = try await outcome(
      of: RawReply(status, headers: [Self.html, "Retry-After: 2"], body: page))
    #expect(away.failure == .refused(.busy, retryAfterSeconds: 2))
  }

  @Test("half a body is no answer")
  func half() async throws {
    let reply = RawReply(
      "200 OK", headers: [Self.generation, Self.mediaType], body: [0, 1, 2], length: 41)
    try await expectNoRelay(reply)
  }

  @Test("a body that does not decode is no answer")
  func nonsense() async throws {
    let reply = RawReply(
      "200 OK", headers: [Self.generation, Self.mediaType], body: [1, 2, 3])
    try await expectNoRelay(reply, saying: "byte")
  }

  @Test("what is not HTTP is no relay")
  func notHTTP() async throws {
    try await expectNoRelay(RawReply(raw: "SSH-2.0-OpenSSH_9.2p1\r\n\r\n"))
  }

  @Test("an answer longer than any message is not read to its end")
  func tooLong() async throws {
    let body = [UInt8](repeating: 0, count: Limits.message + 1)
    try await expectNoRelay(
      RawReply("200 OK", headers: [Self.generation, Self.mediaType], body: body),
      saying: "longer")
  }

  @Test("a redirect is not followed")
  func redirect() async throws {
    let token = try token()
    try await RawServer.serving(RawReply("200 OK")) { target, url in
      let reply = RawReply("307 Temporary Redirect", headers: ["Location: \(url)/v1/heads"])
      try await expectNoRelay(reply, saying: "307")
      #expect(target.connections == 0)
      _ = token
    }
  }

  // The server never goes on: without the call's own limit this would not end.
  @Test("a body that stalls ends with the call's time", .timeLimit(.minutes(5)))
  func slowBody() async throws {
    var reply = RawReply(
      "200 OK", headers: [Self.generation, Self.mediaType], body: [0, 1], length: 41)
    reply.closes = false
    guard case .failure(.unreachable) = try await outcome(of: reply, within: .milliseconds(400))
    else {
      Issue.record("it did not end as unreachable")
      return
    }
  }

  @Test("a silent server ends with the call's time")
  func silent() async throws {
    var reply = RawReply(raw: "")
    reply.closes = false
    guard case .failure(.unreachable) = try await outcome(of: reply, within: .milliseconds(400))
    else {
      Issue.record("it did not end as unreachable")
      return
    }
  }

  @Test("a proxy's 413 and 429 are refusals, Retry-After included")
  func proxyRefusals() async throws {
    let many = try await outcome(
      of: RawReply("429 Too Many Requests", headers: ["Retry-After: 17"]))
    #expect(many.failure == .refused(.tooMany, retryAfterSeconds: 17))
    let large = try await outcome(of: RawReply("413 Content Too Large", headers: [Self.html]))
    #expect(large.failure == .refused(.tooLarge, retryAfterSeconds: nil))
  }

  @Test("a relay's refusal is told by its header", arguments: RelayRefusal.allCases)
  func refusal(_ refusal: RelayRefusal) async throws {
    let headers = [Self.generation, "afterwit-refusal: \(refusal.rawValue)", "Retry-After: 3"]
    let outcome = try await outcome(of: RawReply("\(refusal.status) No", headers: headers))
    #expect(
      outcome.failure
        == (refusal == .out ? .shutOut(by: []) : .refused(refusal, retryAfterSeconds: 3)))
  }

  @Test("by whom a device was shut out is told by a header, and what is no id is passed over")
  func outBy() async throws {
    let id = String(repeating: "0a", count: 32)
    let headers = [Self.generation, "afterwit-refusal: out", "afterwit-out-by: \(id),desk,\(id)0"]
    let outcome = try await outcome(of: RawReply("403 No", headers: headers))
    #expect(outcome.failure == .shutOut(by: [try #require(DeviceID(Hexadecimal.decode(id) ?? []))]))
  }

  @Test("nobody at the address is unreachable")
  func nobody() async throws {
    var free = ""
    try await RawServer.serving(RawReply("200 OK")) { _, url in free = url }
    let token = try token()
    let address = try RelayAddress(free)
    let failure = await #expect(throws: RelayFailure.self) {
      try await withHTTPRelay(at: address) { _ = try await $0.heads(as: token) }
    }
    guard case .unreachable = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }
}

extension Result {
  fileprivate var failure: Failure? {
    guard case .failure(let failure) = self else { return nil }
    return failure
  }
}
