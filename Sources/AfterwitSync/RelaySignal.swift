/// What a relay says to one who listens.
public enum RelaySignal: Hashable, Sendable {
  /// It takes part; after that time at most it says something again.
  case opened(heartbeat: Duration)
  /// Where its order of the journal ends.
  case position(UInt64)
  /// Nothing new.
  case heartbeat
}
