/// A point of time up to which somebody looks back.
public enum NamedMoment: Hashable, Sendable {
  /// All of a day, or of a minute, that ends where this one begins.
  case before(LocalTime)
  /// Up to this millisecond since the start of 1970.
  case instant(UInt64)

  /// Reads a day as people name it, perhaps with a time, `2026-11-03T20:15`, or an instant as JSON
  /// tells it, `2026-11-03T20:15:00.250Z`.
  ///
  /// - Throws: ``DateMisfit`` where it names no time, or not one.
  public init(_ phrase: String, from standpoint: Standpoint) throws(DateMisfit) {
    if let instant = Self.instant(phrase) {
      self = .instant(instant)
      return
    }
    let named = try NamedDay(Self.spoken(phrase), from: standpoint, direction: .past)
    let midnight = TimeOfDay(minuteOfDay: 0)
    guard let time = named.time, let next = TimeOfDay(minutes: time.minutes + 1) else {
      self = .before(LocalTime(day: named.day.advanced(by: 1), time: midnight))
      return
    }
    self = .before(LocalTime(day: named.day, time: next))
  }

  /// `2026-11-03T20:15` as words for a day and a time.
  private static func spoken(_ phrase: String) -> String {
    let parts = phrase.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, Day(String(parts[0])) != nil, TimeOfDay(String(parts[1])) != nil else {
      return phrase
    }
    return String(parts[0] + " " + parts[1])
  }

  /// An instant in UTC, to the second or to the millisecond.
  private static func instant(_ phrase: String) -> UInt64? {
    let parts = phrase.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].last == "Z", let day = Day(String(parts[0])) else {
      return nil
    }
    let days = Day(daysSince1970: 0).days(to: day)
    let clock = parts[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 3, let time = TimeOfDay(String(clock[0] + ":" + clock[1])) else {
      return nil
    }
    let seconds = clock[2].split(separator: ".", omittingEmptySubsequences: false)
    guard let second = seconds.first?.number(digits: 2...2), second < 60, seconds.count <= 2,
      let milliseconds = seconds.count == 1 ? 0 : seconds[1].number(digits: 3...3)
    else { return nil }
    let minutes = days * TimeOfDay.minutesPerDay + time.minutes
    return days < 0 ? nil : UInt64((minutes * 60 + second) * 1000 + milliseconds)
  }
}
