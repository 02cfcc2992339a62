// Wall clocks stand still, jump back, and disagree between devices. A hybrid logical clock
// (Kulkarni, Demirbas and others, "Logical Physical Clocks", 2014) gives the wall time if that is
// later than its last value, and otherwise one more than the last value. So a device's timestamps
// only rise, and a change is stamped later than every change that its author had received. A device
// whose clock is days ahead must not drag all others along: its timestamps are ignored here, and
// nowhere else.

/// The clock that stamps a device's changes.
public struct HybridClock: Sendable {
  /// How far a remote timestamp may be ahead of our wall clock and still move ours: 24 hours.
  public static let toleranceInMilliseconds: UInt64 = 24 * 60 * 60 * 1000

  /// The greatest timestamp given or accepted so far.
  public private(set) var last: Timestamp

  /// Continues after `last`.
  public init(last: Timestamp) {
    self.last = last
  }

  /// Gives a timestamp greater than all before it: the wall time, or one more than the last.
  ///
  /// - Parameter milliseconds: wall time since 1970; a value beyond 48 bits is taken as the
  ///   greatest of 48 bits.
  /// - Returns: The new value of ``last``.
  public mutating func next(now milliseconds: UInt64) -> Timestamp {
    let wall = Timestamp(
      milliseconds: min(milliseconds, Timestamp.lastMillisecond), counter: 0)
    precondition(last.rawValue < .max, "the clock is at its end")
    last = max(wall, Timestamp(rawValue: last.rawValue + 1))
    return last
  }

  /// Moves past a received timestamp, unless it is more than 24 hours ahead of the wall clock.
  ///
  /// - Parameters:
  ///   - remote: the timestamp of a change from elsewhere.
  ///   - milliseconds: wall time since 1970.
  public mutating func observe(_ remote: Timestamp, now milliseconds: UInt64) {
    let wall = min(milliseconds, Timestamp.lastMillisecond)
    guard remote.milliseconds <= wall + Self.toleranceInMilliseconds else { return }
    last = max(last, remote)
  }
}
