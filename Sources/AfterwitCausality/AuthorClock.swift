// A wall clock may stand still, be set back, or run years ahead until somebody sets it. A change says
// what the wall clock of its machine said and nothing else, so that a clock that is wrong dates what
// is written by it, and neither what comes later nor what others write. A clock that follows others
// (Kulkarni, Demirbas and others, "Logical Physical Clocks", 2014) would give times that rise from
// cause to effect, at the price that one clock drags all along; and what is a cause is known here
// from the parents (Protocol/decisions/21).

/// The clock that stamps a device's changes: its machine's, with a counter for those of a millisecond.
public struct AuthorClock: Sendable {
  /// The timestamp of the device's last change; `nil` where it has made none.
  public private(set) var last: Timestamp?

  /// A clock of a device whose last change has this timestamp.
  public init(last: Timestamp?) {
    self.last = last
  }

  /// Gives the timestamp of a change.
  ///
  /// - Parameter milliseconds: wall time since 1970; a value beyond 48 bits is taken as the
  ///   greatest of 48 bits.
  /// - Returns: The new value of ``last``.
  public mutating func next(now milliseconds: UInt64) -> Timestamp {
    let wall = min(milliseconds, Timestamp.lastMillisecond)
    var counter: UInt16 = 0
    if let last, last.milliseconds == wall {
      counter = last.counter < .max ? last.counter + 1 : .max
    }
    let next = Timestamp(milliseconds: wall, counter: counter)
    last = next
    return next
  }
}
