/// How long a relay that is listened to may be silent before it counts as gone.
///
/// A connection that leads nowhere any more gives no sign. Heartbeats do: after two and a half of
/// them without one the relay, or the way to it, is gone.
public struct ListeningLimit<Instant: InstantProtocol>: Sendable
where Instant.Duration == Duration, Instant: Sendable {
  /// When the relay counts as gone, unless something is heard before.
  public private(set) var end: Instant
  private var silence: Duration

  /// A limit for one from whom nothing was heard yet.
  public init(now: Instant, heartbeat: Duration = .seconds(15)) {
    silence = heartbeat * 2.5
    end = now.advanced(by: silence)
  }

  /// Takes in a signal; an opening tells how often one comes.
  public mutating func hear(_ signal: RelaySignal, now: Instant) {
    if case .opened(let heartbeat) = signal { silence = heartbeat * 2.5 }
    end = now.advanced(by: silence)
  }
}
