internal import AfterwitEncoding
internal import AfterwitWire

/// Makes a session's calls to a relay, and repeats them if that may help, while time lasts.
struct SyncShell<Time: Clock, Random: RandomNumberGenerator> where Time.Duration == Duration {
  let relay: any Relay
  let clock: Time
  let deadline: Time.Instant
  let policy: RetryPolicy
  var random: Random
  /// Calls made so far.
  var calls = 0
  /// Whether the relay stayed unreachable through all attempts of a call; the next call tries once.
  private var isGivenUp = false
  /// A call that was made before the session asked for it, and its outcome.
  private var ahead: (call: SyncSession.Effect, outcome: Result<SyncSession.Event?, RelayFailure>)?

  init(
    relay: any Relay, clock: Time, deadline: Time.Instant, policy: RetryPolicy, random: Random
  ) {
    self.relay = relay
    self.clock = clock
    self.deadline = deadline
    self.policy = policy
    self.random = random
  }

  /// Performs an effect on the relay; `nil` for an effect on the device.
  mutating func call(_ effect: SyncSession.Effect) async throws -> SyncSession.Event? {
    var attempt = 1
    while true {
      do throws(RelayFailure) {
        guard hasTime else { return effect.isCall ? .outOfTime : nil }
        guard let event = try await answer(effect) else { return nil }
        calls += 1
        isGivenUp = false
        return event
      } catch {
        calls += 1
        let wait = policy.wait(after: error, attempt: attempt, using: &random)
        guard !isGivenUp, let wait, clock.now.advanced(by: wait) < deadline else {
          if case .unreachable = error { isGivenUp = true }
          return .failed(error)
        }
        attempt += 1
        try await clock.sleep(until: clock.now.advanced(by: wait), tolerance: nil)
      }
    }
  }

  /// Whether a call may still be made.
  var hasTime: Bool { clock.now < deadline }

  /// Keeps the outcome of a call that the session asks for next.
  mutating func keep(
    _ outcome: Result<SyncSession.Event?, RelayFailure>, of call: SyncSession.Effect
  ) {
    ahead = (call, outcome)
  }

  /// The outcome of the call that was made ahead, if it is this one, or of the call made now.
  private mutating func answer(
    _ effect: SyncSession.Effect
  ) async throws(RelayFailure) -> SyncSession.Event? {
    defer { ahead = nil }
    if let ahead, ahead.call == effect { return try ahead.outcome.get() }
    return try await relay.answer(effect)
  }
}

extension SyncSession.Effect {
  /// Whether the effect is a call to the relay.
  fileprivate var isCall: Bool {
    switch self {
    case .challenge, .login, .found, .pull, .askHeads, .fetch, .append: true
    case .recall, .remember, .sign, .readGenesis, .readIntroduction, .compare, .read, .admit,
      .end:
      false
    }
  }
}
