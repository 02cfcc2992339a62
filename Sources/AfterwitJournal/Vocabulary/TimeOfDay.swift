/// A time of day on a clock of 24 hours, as `09:30`.
public struct TimeOfDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// How many minutes a day has on the clock.
  public static let minutesPerDay = 1440

  /// Minutes since midnight, below ``minutesPerDay``.
  public let minutes: Int

  /// The time so many minutes after midnight; `nil` where the day has none.
  public init?(minutes: Int) {
    guard 0..<Self.minutesPerDay ~= minutes else { return nil }
    self.minutes = minutes
  }

  /// The time of a minute that the day is known to have.
  init(minuteOfDay minutes: Int) {
    precondition(0..<Self.minutesPerDay ~= minutes, "the day has this minute")
    self.minutes = minutes
  }

  /// Reads `hh:mm`, or `h:mm` for an hour of one digit.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, 1...2 ~= parts[0].utf8.count, parts[1].utf8.count == 2,
      text.utf8.allSatisfy({
        $0 == UInt8(ascii: ":") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
      }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), 0..<24 ~= hour, 0..<60 ~= minute
    else { return nil }
    minutes = 60 * hour + minute
  }

  /// The time as `hh:mm`.
  public var description: String {
    let digits = [minutes / 600, minutes / 60 % 10, minutes % 60 / 10, minutes % 10]
      .map { String($0) }
    return digits[0] + digits[1] + ":" + digits[2] + digits[3]
  }

  /// Whether one time comes before another.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}
