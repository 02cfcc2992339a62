/// Days from one to another, as a person names them: `2026-11`, `2026..`, `..friday`, `last monday`.
///
/// A year or a month is all of its days; any other end is a day as ``NamedDay`` reads it.
struct DayRange {
  /// The first day of the calendar.
  static let first = Day(daysSince1970: -719_162)
  /// Its last day.
  static let last = Day(daysSince1970: 2_932_896)

  /// The first day.
  let first: Day
  /// The last day.
  let last: Day

  /// Reads what was typed.
  ///
  /// - Parameters:
  ///   - standpoint: from where days are named.
  ///   - direction: where a weekday alone lies, and a day without a year.
  init(
    _ typed: String, from standpoint: Standpoint, direction: DateDirection
  ) throws(DateMisfit) {
    let ends = RangeEnds(typed)
    guard ends.first != nil || ends.last != nil else { throw .unknown }
    first =
      try ends.first.map { (text) throws(DateMisfit) in
        try Self.days(text, standpoint, direction).lowerBound
      } ?? Self.first
    last =
      try ends.last.map { (text) throws(DateMisfit) in
        try Self.days(text, standpoint, direction).upperBound
      } ?? Self.last
  }

  private static func days(
    _ text: String, _ standpoint: Standpoint, _ direction: DateDirection
  ) throws(DateMisfit) -> ClosedRange<Day> {
    if let days = try writtenSpan(text) { return days }
    let day = try NamedDay(text, from: standpoint, direction: direction)
    guard day.time == nil else { throw .takesNoTime }
    return day.day...day.day
  }

  /// The days of a year, or of a month of one; `nil` where the text is neither.
  private static func writtenSpan(_ text: String) throws(DateMisfit) -> ClosedRange<Day>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, let year = parts[0].number(digits: 4...4) else { return nil }
    let months: ClosedRange<Int>
    if parts.count == 2 {
      guard let month = parts[1].number(digits: 2...2) else { return nil }
      guard 1...12 ~= month else { throw .noMonth(month) }
      months = month...month
    } else {
      months = 1...12
    }
    let length = Day.daysInMonth(months.upperBound, of: year)
    guard let first = Day(year: year, month: months.lowerBound, dayOfMonth: 1),
      let last = Day(year: year, month: months.upperBound, dayOfMonth: length)
    else { throw .beyondCalendar }
    return first...last
  }
}
