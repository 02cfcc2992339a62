import AfterwitSync
import AfterwitTestRandomness
import Testing

@Suite("What a device that watches its relay decides")
struct WatchSessionTests {
  private var random = SeededGenerator(seed: 7)
  private var session = WatchSession(
    pauses: RetryPolicy(base: .seconds(1), cap: .seconds(60)))

  private mutating func effects(_ event: WatchSession.Event) -> [WatchSession.Effect] {
    session.handle(event, using: &random)
  }

  /// The pause that an event leads to, beside what is told.
  private mutating func pause(after event: WatchSession.Event) throws -> Duration {
    guard case .pause(let duration) = effects(event).last else {
      throw ExpectationOfPause()
    }
    return duration
  }

  private struct ExpectationOfPause: Error {}

  @Test("It exchanges, listens, and exchanges for what it does not hold (AW-SYNC-24)")
  mutating func news() {
    #expect(effects(.began) == [.exchange])
    #expect(effects(.exchanged(agreed: true)) == [.listen])
    #expect(effects(.heard(.opened(heartbeat: .seconds(15)), held: 4)) == [])
    #expect(effects(.heard(.position(4), held: 4)) == [])
    #expect(effects(.heard(.heartbeat, held: 4)) == [])
    #expect(effects(.heard(.position(5), held: 4)) == [.exchange])
    #expect(effects(.exchanged(agreed: true)) == [])
    #expect(effects(.heard(.position(5), held: nil)) == [.exchange])
    #expect(effects(.exchanged(agreed: true)) == [])
    #expect(effects(.written) == [.exchange])
  }

  @Test("However listening ends, a pause, an exchange and listening follow (AW-SYNC-25)")
  mutating func ends() throws {
    _ = effects(.began)
    _ = effects(.exchanged(agreed: true))
    for _ in 1...50 {
      #expect(try pause(after: .unheard) <= .seconds(60))
      #expect(effects(.written) == [], "the pause's exchange does it")
      #expect(effects(.paused) == [.exchange])
      #expect(effects(.exchanged(agreed: true)) == [.listen])
    }
  }

  @Test("That a relay has no stream of events is told once, and it is asked instead (AW-SYNC-25)")
  mutating func unlistenable() throws {
    _ = effects(.began)
    _ = effects(.exchanged(agreed: true))
    let first = effects(.unlistenable)
    #expect(first.count == 2 && first.first == .tellUnlistenable)
    for _ in 1...5 {
      #expect(effects(.paused) == [.exchange])
      #expect(effects(.exchanged(agreed: true)) == [.listen])
      #expect(effects(.unlistenable).count == 1)
    }
    #expect(effects(.paused) == [.exchange])
    #expect(effects(.written) == [.exchange])
  }

  @Test("Pauses grow from a second to a minute, and are short again once it lasts (AW-SYNC-25)")
  mutating func pauses() throws {
    var longest: [Duration] = []
    for _ in 1...200 {
      session = WatchSession(pauses: RetryPolicy(base: .seconds(1), cap: .seconds(60)))
      for attempt in 0..<9 {
        let duration = try pause(after: .failed)
        if attempt == longest.count { longest.append(.zero) }
        longest[attempt] = max(longest[attempt], duration)
        _ = effects(.paused)
      }
    }
    for (attempt, bound) in [1, 2, 4, 8, 16, 32, 60, 60, 60].enumerated() {
      #expect(longest[attempt] <= .seconds(bound))
      #expect(longest[attempt] > .seconds(bound) * 0.8)
    }
    _ = effects(.exchanged(agreed: true))
    for signal in [RelaySignal.opened(heartbeat: .seconds(15)), .position(1), .heartbeat] {
      _ = effects(.heard(signal, held: 1))
    }
    #expect(try pause(after: .unheard) <= .seconds(1))
  }

  @Test("A relay is lost and back once, whatever fails meanwhile")
  mutating func lost() {
    _ = effects(.began)
    _ = effects(.exchanged(agreed: true))
    _ = effects(.unheard)
    #expect(effects(.paused) == [.exchange])
    #expect(effects(.failed).first == .tellLost)
    for _ in 1...3 {
      #expect(effects(.paused) == [.exchange])
      #expect(effects(.failed).count == 1)
    }
    #expect(effects(.paused) == [.exchange])
    #expect(effects(.exchanged(agreed: true)) == [.tellBack, .listen])
  }

  @Test("A relay that says nothing for two and a half heartbeats is gone (AW-SYNC-25)")
  func silence() {
    let start = ContinuousClock.now
    var limit = ListeningLimit(now: start)
    #expect(limit.end == start + .seconds(37.5))
    limit.hear(.opened(heartbeat: .seconds(2)), now: start + .seconds(1))
    #expect(limit.end == start + .seconds(6))
    limit.hear(.heartbeat, now: start + .seconds(3))
    #expect(limit.end == start + .seconds(8))
  }
}
