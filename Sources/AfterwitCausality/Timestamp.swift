/// When a change was made, by the wall clock of its author's machine.
///
/// It has 48 bits of milliseconds since 1970 and a 16-bit counter, and is ordered as that integer.
/// Timestamps choose what a register shows and what dates say; causality never depends on them.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// The greatest count of milliseconds that a timestamp holds, in the year 10889.
  public static let lastMillisecond: UInt64 = 1 << 48 - 1

  /// The milliseconds times 65,536, plus the counter.
  public var rawValue: UInt64

  /// Takes the integer form.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Joins milliseconds since 1970, at most ``lastMillisecond``, and a counter.
  public init(milliseconds: UInt64, counter: UInt16) {
    precondition(milliseconds <= Self.lastMillisecond, "milliseconds beyond 48 bits")
    rawValue = milliseconds << 16 | UInt64(counter)
  }

  /// Milliseconds since the start of 1970.
  public var milliseconds: UInt64 { rawValue >> 16 }

  /// The counter that orders the timestamps of one millisecond.
  public var counter: UInt16 { UInt16(truncatingIfNeeded: rawValue) }

  /// Orders by milliseconds, then by counter.
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}
