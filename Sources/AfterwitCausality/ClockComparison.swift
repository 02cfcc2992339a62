// How far the clock of another machine is from ours cannot be measured, for nobody knows how long its
// changes were on their way. But they give bounds. A change that is here was made before now, so its
// author's clock is ahead of ours by no less than its time is. And a change that was made on one of
// ours was made after it, so its author's clock is ahead by no more than its time is after ours.
//
// Both bounds take our clock for one that did not jump in between.

/// What the changes of another device tell of its clock, beside ours.
public struct ClockComparison: Hashable, Sendable {
  /// What can be said.
  public enum Finding: Hashable, Sendable {
    /// The other clock is ahead by at least so many milliseconds; behind, where they are below zero.
    case apart(Int64)
    /// The clocks are as close as clocks are.
    case alike
    /// Neither is certain.
    case unknown
  }

  /// The other clock is ahead by no less.
  private let least: Int64
  /// The other clock is ahead by no more.
  private let most: Int64?

  /// The comparison by a device's changes.
  ///
  /// - Parameters:
  ///   - last: the other device's last change that is here.
  ///   - answer: its last change that was made on one of ours, and the one of ours.
  ///   - milliseconds: our wall time.
  public init(
    last: Timestamp, answer: (theirs: Timestamp, ours: Timestamp)?, now milliseconds: UInt64
  ) {
    least = Self.difference(last.milliseconds, milliseconds)
    most = answer.map { Self.difference($0.theirs.milliseconds, $0.ours.milliseconds) }
  }

  /// What can be said.
  public var finding: Finding {
    let tolerance = ClockJump.tolerance
    if least > tolerance { return .apart(least) }
    guard let most, most >= least else { return .unknown }
    if most < -tolerance { return .apart(most) }
    return least >= -tolerance && most <= tolerance ? .alike : .unknown
  }

  private static func difference(_ theirs: UInt64, _ ours: UInt64) -> Int64 {
    Int64(clamping: theirs) - Int64(clamping: ours)
  }
}
