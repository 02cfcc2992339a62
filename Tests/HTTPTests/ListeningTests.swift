import AfterwitHTTP
import AfterwitSync
import AfterwitWire
import Synchronization
import Testing

@Suite("A relay is listened to over HTTP", .timeLimit(.minutes(5)))
struct ListeningTests {
  private static let generation = "afterwit-generation: 000102030405060708090a0b0c0d0e0f"
  private static let events = "content-type: text/event-stream"

  /// What is heard of a server that answers so, and how it ends.
  private func heard(
    _ head: [String], _ body: String, closes: Bool = true
  ) async throws -> (signals: [RelaySignal], failure: RelayFailure?, request: String) {
    let token = try #require(Token([UInt8](repeating: 0xab, count: 32)))
    var reply = RawReply(
      raw: (["HTTP/1.1 200 OK"] + head).joined(separator: "\r\n") + "\r\n\r\n" + body)
    reply.closes = closes
    let signals = Mutex<[RelaySignal]>([])
    var failure: RelayFailure?
    var request = ""
    try await RawServer.serving(reply) { server, url in
      try await withHTTPRelay(at: try RelayAddress(url)) { relay in
        do throws(RelayFailure) {
          try await relay.listen(as: token) { signal in signals.withLock { $0.append(signal) } }
        } catch {
          failure = error
        }
      }
      request = server.received.first ?? ""
    }
    return (signals.withLock { $0 }, failure, request)
  }

  @Test("events and heartbeats are told as they come, other lines passed over (AW-RELAY-57)")
  func signals() async throws {
    let body = ":\n\ndata: 3\n\nid: 1\nevent: x\r\ndata:4\r\n\r\ndata: -1\n\ndata: x\n\n: hello\n"
    let heard = try await heard([Self.generation, Self.events, "afterwit-heartbeat: 7"], body)
    #expect(
      heard.signals == [
        .opened(heartbeat: .seconds(7)), .heartbeat, .position(3), .position(4), .heartbeat,
      ])
    #expect(heard.failure == nil)
    let lines = heard.request.lowercased()
    #expect(lines.hasPrefix("get /v1/events http/1.1\r\n"))
    #expect(lines.contains("accept: text/event-stream\r\n") && lines.contains("bearer abab"))
    #expect(!lines.contains("accept-encoding"))
  }

  @Test("a stream that is cut in a chunk fails, and what came before is told (AW-SYNC-25)")
  func cut() async throws {
    let heard = try await heard(
      [Self.generation, Self.events, "transfer-encoding: chunked"],
      "c\r\n:\n\ndata: 3\n\n\r\n40\r\ndata")
    #expect(heard.signals.last == .position(3))
    #expect(heard.failure != nil)
  }

  @Test("a refusal, and what is no stream of a relay, are not listened to (AW-SYNC-14)")
  func others() async throws {
    let refused = try await heard(
      [Self.generation, "afterwit-refusal: unauthorized", "content-length: 0"], "")
    #expect(refused.failure == .refused(.unauthorized, retryAfterSeconds: nil))
    for head in [[Self.events], [Self.generation, "content-type: text/html"]] {
      let heard = try await heard(head, ":\n\ndata: 3\n\n")
      guard case .notARelay = heard.failure else {
        Issue.record("\(String(describing: heard.failure))")
        continue
      }
      #expect(heard.signals.isEmpty)
    }
  }

  @Test("a line without an end ends it")
  func endless() async throws {
    let heard = try await heard(
      [Self.generation, Self.events], String(repeating: "x", count: 10_000), closes: false)
    #expect(heard.failure != nil)
  }
}
