// A device that watches its relay brings both together, then listens, and brings them together again
// whenever there is something on either side. Every end of listening looks alike (a proxy's time-out,
// a cut, a reset, silence, a relay that restarts), so each is followed by the same: a pause, an
// exchange, which also renews the session, and listening anew. An exchange that fails is followed by
// a pause and another. Invariant: something is always under way, an exchange, listening or a pause.

/// Decides when a device that watches its relay exchanges, listens and pauses, and does none of it.
public struct WatchSession: Sendable {
  /// What happened.
  public enum Event: Hashable, Sendable {
    /// It begins.
    case began
    /// An exchange ended; whether both sides hold the same.
    case exchanged(agreed: Bool)
    /// An exchange failed in a way that may pass.
    case failed
    /// The relay said something; `held` is how much of its order was given to the store.
    case heard(RelaySignal, held: UInt64?)
    /// Listening ended.
    case unheard
    /// The relay has no stream of events.
    case unlistenable
    /// Something was written on this machine that the relay lacks.
    case written
    /// A pause is over.
    case paused
  }

  /// What to do; several are done in order.
  public enum Effect: Hashable, Sendable {
    /// Bring both sides together; answered by ``Event/exchanged(agreed:)`` or ``Event/failed``.
    case exchange
    /// Listen in the background, until ``Event/unheard`` or ``Event/unlistenable``.
    case listen
    /// Wait in the background, until ``Event/paused``.
    case pause(Duration)
    /// Tell that the relay is lost.
    case tellLost
    /// Tell that it is back.
    case tellBack
    /// Tell that it has no stream of events, and is asked instead.
    case tellUnlistenable
  }

  private let pauses: RetryPolicy
  private var isListening = false
  private var isPausing = false
  private var isLost = false
  private var isToldUnlistenable = false
  private var attempts = 0
  private var signals = 0

  /// A session that pauses as a policy says, whose number of attempts does not matter.
  public init(pauses: RetryPolicy = RetryPolicy(base: .seconds(1), cap: .seconds(60))) {
    self.pauses = pauses
  }

  /// Takes in an event and says what to do.
  public mutating func handle(
    _ event: Event, using random: inout some RandomNumberGenerator
  ) -> [Effect] {
    switch event {
    case .began: return [.exchange]
    case .exchanged(agreed: true):
      defer { (isLost, isListening) = (false, true) }
      if isListening { attempts = 0 }
      return (isLost ? [.tellBack] : []) + (isListening ? [] : [.listen])
    case .exchanged(agreed: false): return [pause(using: &random)]
    case .failed:
      defer { isLost = true }
      return (isLost ? [] : [.tellLost]) + [pause(using: &random)]
    case .heard(let signal, let held):
      signals += 1
      // The opening and the position come together, and then a proxy may end it; a third shows that
      // it lasts.
      if signals > 2 { attempts = 0 }
      guard case .position(let position) = signal, position != held, !isPausing else { return [] }
      return [.exchange]
    case .unheard: return unheard(using: &random)
    case .unlistenable:
      defer { isToldUnlistenable = true }
      return (isToldUnlistenable ? [] : [.tellUnlistenable]) + unheard(using: &random)
    case .written: return isPausing ? [] : [.exchange]
    case .paused:
      isPausing = false
      return [.exchange]
    }
  }

  private mutating func unheard(using random: inout some RandomNumberGenerator) -> [Effect] {
    (isListening, signals) = (false, 0)
    return isPausing ? [] : [pause(using: &random)]
  }

  private mutating func pause(using random: inout some RandomNumberGenerator) -> Effect {
    isPausing = true
    attempts += 1
    return .pause(pauses.pause(afterAttempt: attempts, using: &random))
  }
}
