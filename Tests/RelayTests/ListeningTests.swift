import AfterwitRelay
import AfterwitTestRelay
import AfterwitWire
import Testing

@Suite("Who listens to a relay")
struct ListeningTests {
  @Test("Where too many listen another is refused, and one that ends makes room (AW-RELAY-60)")
  func full() async throws {
    try await TestRelay.with { relay in
      var listeners: [Listener] = []
      var last: Token?
      for seed in 0..<(RelayLimits.streams / RelayLimits.streamsPerDevice) {
        let token = try await found(&relay, seed: testSeed &+ UInt64(seed))
        let session = try await relay.service.listening(with: token)
        for _ in 0..<RelayLimits.streamsPerDevice {
          listeners.append(relay.service.listen(as: session))
        }
        last = token
      }
      let token = try last.required()
      let service = relay.service
      let refused = await refusal { _ = try await service.listening(with: token) }
      #expect(refused == .tooMany)
      service.endListening(listeners[0])
      #expect(await refusal { _ = try await service.listening(with: token) } == nil)
      service.endListening(listeners[0])
      service.endListening()
      #expect(await refusal { _ = try await service.listening(with: token) } == .busy)
      for listener in listeners + [service.listen(as: try await service.session(for: token))] {
        for await _ in listener.calls {}
      }
    }
  }

  private func found(_ relay: inout TestRelay, seed: UInt64) async throws -> Token {
    let journal = try TestJournal(seed: seed)
    return try await relay.service.found(
      try await relay.request(journal))
  }
}
