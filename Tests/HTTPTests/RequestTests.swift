import AfterwitEncoding
import AfterwitHTTP
import AfterwitSync
import AfterwitWire
import Testing

@Suite("What is sent to a relay over HTTP, and over which connection")
struct RequestTests {
  /// The requests that a server read while a relay at its address was used.
  private func requests(
    keepingConnections: Bool = true, body: [UInt8] = [],
    _ use: @escaping @Sendable (HTTPRelay, Token) async throws -> Void
  ) async throws -> (texts: [String], connections: Int) {
    let token = try #require(Token([UInt8](repeating: 0xab, count: 32)))
    var reply = RawReply("200 OK", headers: [Self.generation, Self.mediaType], body: body)
    reply.closes = !keepingConnections
    var found: (texts: [String], connections: Int)?
    try await RawServer.serving(reply) { server, url in
      try await withHTTPRelay(at: try RelayAddress(url)) { try await use($0, token) }
      found = (server.received, server.connections)
    }
    return try #require(found)
  }

  private static let generation = "afterwit-generation: 000102030405060708090a0b0c0d0e0f"
  private static let mediaType = "content-type: application/vnd.afterwit"

  @Test("a request leaves in one piece, and asks for nothing that it has no use for")
  func together() async throws {
    let texts = try await requests { relay, token in
      _ = try await relay.leave(Array("sealed".utf8), in: token)
    }.texts
    #expect(texts.count == 1)
    let lines = texts[0].split(separator: "\r\n").map { $0.lowercased() }
    #expect(lines.first == "post /v1/mailbox http/1.1")
    #expect(lines.last == "sealed")
    #expect(
      Set(lines.dropFirst().dropLast().map { $0.prefix { $0 != ":" } }) == [
        "host", "accept", "authorization", "content-type", "content-length",
      ])
  }

  @Test("what has no body says so")
  func empty() async throws {
    let mailbox = try #require(MailboxID([UInt8](repeating: 1, count: MailboxID.byteCount)))
    let texts = try await requests { relay, token in
      _ = try await relay.openMailbox(mailbox, as: token)
      _ = try await relay.closeMailbox(mailbox, as: token)
    }.texts.map { $0.lowercased() }
    #expect(texts.count == 2)
    #expect(texts[0].hasPrefix("put /v1/mailboxes/\(mailbox) http/1.1\r\n".lowercased()))
    #expect(texts[0].contains("content-length: 0\r\n"))
    #expect(texts[1].hasPrefix("delete /v1/mailboxes/\(mailbox) http/1.1\r\n".lowercased()))
    #expect(texts.allSatisfy { !$0.contains("content-type") })
  }

  @Test("calls that follow each other use one connection while the relay keeps it")
  func keptAlive() async throws {
    let answer = HeadsAnswer(cursor: .start, heads: Heads())
    for isKept in [true, false] {
      let found = try await requests(keepingConnections: isKept, body: answer.bytes) {
        relay, token in
        for _ in 1...3 { _ = try await relay.heads(as: token) }
      }
      #expect(found.texts.count == 3)
      #expect(found.connections == (isKept ? 1 : 3))
    }
  }

  @Test("calls may be under way at once")
  func atOnce() async throws {
    let answer = HeadsAnswer(cursor: .start, heads: Heads())
    let found = try await requests(body: answer.bytes) { relay, token in
      try await withThrowingTaskGroup(of: Void.self) { tasks in
        for _ in 1...20 { tasks.addTask { _ = try await relay.heads(as: token) } }
        try await tasks.waitForAll()
      }
    }
    #expect(found.texts.count == 20)
  }
}
