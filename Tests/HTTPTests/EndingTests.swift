import AfterwitHTTP
import AfterwitSync
import AfterwitWire
import Testing

// The server of these tests never answers, and a call may take an hour: only what they test ends it.

@Suite("A call over HTTP ends when nobody wants it any more", .timeLimit(.minutes(5)))
struct EndingTests {
  private func serving(
    _ body: (RawServer, HTTPRelay, Token) async throws -> Void
  ) async throws {
    let token = try #require(Token([UInt8](repeating: 0xab, count: 32)))
    var silence = RawReply(raw: "")
    silence.closes = false
    try await RawServer.serving(silence) { server, url in
      let limits = HTTPRelay.TimeLimits(call: .seconds(3600))
      let relay = HTTPRelay(at: try RelayAddress(url), limits: limits)
      try await body(server, relay, token)
      await relay.shutdown()
    }
  }

  private func outcome(of relay: HTTPRelay, _ token: Token) async -> RelayFailure? {
    do throws(RelayFailure) {
      _ = try await relay.heads(as: token)
      return nil
    } catch {
      return error
    }
  }

  private static let cancelled = RelayFailure.unreachable(.silence("the call was cancelled"))

  @Test("its task was cancelled, before it began or while it waits")
  func cancelled() async throws {
    try await serving { server, relay, token in
      for waits in [false, true] {
        let call = Task { await outcome(of: relay, token) }
        while waits, server.received.isEmpty { await Task.yield() }
        call.cancel()
        #expect(await call.value == Self.cancelled)
      }
    }
  }

  @Test("the relay was shut down, which may be done twice; no call may follow")
  func shutDown() async throws {
    try await serving { server, relay, token in
      let call = Task { await outcome(of: relay, token) }
      while server.received.isEmpty { await Task.yield() }
      await relay.shutdown()
      #expect(await call.value == Self.cancelled)
      #expect(await outcome(of: relay, token) == Self.cancelled)
    }
  }

  @Test("a relay that was never called is shut down like any other")
  func unused() async throws {
    try await serving { server, relay, _ in
      await relay.shutdown()
      #expect(server.connections == 0)
    }
  }
}
