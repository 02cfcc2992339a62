/// A wall clock that stands so far from where it stood that a person should look at it.
///
/// That it went back is certain: the device itself has written at a later time. That it went ahead
/// is not, because a machine may lie still for a year.
public struct ClockJump: Hashable, Sendable {
  /// How far a clock may go back, or be from another, without a word: ten minutes.
  public static let tolerance: Int64 = 10 * 60 * 1000
  /// How long nothing may be written without a word: a year.
  public static let longestSilence: Int64 = 365 * 24 * 60 * 60 * 1000

  /// Where the clock stood, in milliseconds since 1970.
  public let before: UInt64
  /// Where it stands.
  public let now: UInt64

  /// A jump between two times.
  public init(before: UInt64, now: UInt64) {
    self.before = before
    self.now = now
  }

  /// How far the clock went ahead, in milliseconds; below zero where it went back.
  public var milliseconds: Int64 { Int64(clamping: now) - Int64(clamping: before) }

  /// The jump of a clock, or `nil` where there was none.
  ///
  /// - Parameters:
  ///   - own: the device's last change.
  ///   - newest: the last change that the device holds, whoever made it.
  ///   - milliseconds: where the clock stands now.
  public init?(after own: Timestamp?, newest: Timestamp?, now milliseconds: UInt64) {
    if let own {
      let jump = ClockJump(before: own.milliseconds, now: milliseconds)
      if jump.milliseconds < -Self.tolerance {
        self = jump
        return
      }
    }
    guard let last = [own, newest].compactMap(\.self).max() else { return nil }
    let jump = ClockJump(before: last.milliseconds, now: milliseconds)
    guard jump.milliseconds > Self.longestSilence else { return nil }
    self = jump
  }
}
