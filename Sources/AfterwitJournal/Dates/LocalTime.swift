/// A moment as the clock and the calendar on a person's wall show it.
public struct LocalTime: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// The time of the day, to the minute.
  public let time: TimeOfDay

  /// A moment of a day.
  public init(day: Day, time: TimeOfDay) {
    self.day = day
    self.time = time
  }

  /// The moment so many milliseconds after the start of 1970, where no offset is counted.
  public init(universal milliseconds: UInt64) {
    let minutes = Int(milliseconds / 60_000)
    day = Day(daysSince1970: minutes / TimeOfDay.minutesPerDay)
    time = TimeOfDay(minuteOfDay: minutes % TimeOfDay.minutesPerDay)
  }
}

extension LocalTime: Comparable, CustomStringConvertible {
  /// The moment as `2026-11-20T08:30`.
  public var description: String { day.description + "T" + time.description }

  /// Whether one moment comes before another.
  public static func < (left: LocalTime, right: LocalTime) -> Bool {
    (left.day, left.time) < (right.day, right.time)
  }
}
