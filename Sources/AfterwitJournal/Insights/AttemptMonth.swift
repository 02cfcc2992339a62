/// The attempts of a month, and the moods of it.
public struct AttemptMonth: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The month of the year, from 1.
  public let month: Int
  /// How many attempts there were, by what they were.
  public internal(set) var counts: [AttemptKind: Int] = [:]
  /// The moods of the month, of reflections that tell one before and one after.
  public internal(set) var moods = MoodTally()

  /// How many attempts there were.
  public var total: Int { counts.values.reduce(0, +) }

  /// How many there were of a kind.
  public func count(_ kind: AttemptKind) -> Int { counts[kind] ?? 0 }

  /// The month as `2026-11`.
  public var name: String { String(Self.firstDay(year, month).description.prefix(7)) }

  /// The month so many later.
  public func advanced(by months: Int) -> AttemptMonth {
    let count = 12 * year + month - 1 + months
    return AttemptMonth(year: count / 12, month: count % 12 + 1)
  }

  private static func firstDay(_ year: Int, _ month: Int) -> Day {
    Day(year: year, month: month, dayOfMonth: 1) ?? Day(daysSince1970: 0)
  }

  /// A month without attempts.
  init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// The month of a day, without attempts.
  init(of day: Day) {
    self.init(year: day.year, month: day.month)
  }
}
