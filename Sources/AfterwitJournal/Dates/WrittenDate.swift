/// A day by its number in a month, perhaps with its year, perhaps with its weekday.
struct WrittenDate {
  private let dayOfMonth: Int
  private let month: Int
  private let year: Int?
  private let weekday: Weekday?

  /// Reads `20 Nov`, `November 20 2026`, `20.11.2026`, `2026/11/20`; `nil` where the next word does
  /// not begin a date.
  init?(_ words: inout DateWords, on weekday: Weekday?) throws(DateMisfit) {
    self.weekday = weekday
    if let word = words.next, let digits = try DigitDate(word) {
      words.take(word)
      (dayOfMonth, month, year) = (digits.dayOfMonth, digits.month, digits.year)
    } else {
      var rest = words
      let before = rest.take(Self.dayOfMonth)
      guard let month = rest.take(Self.month),
        let dayOfMonth = before ?? rest.take(Self.dayOfMonth)
      else { return nil }
      self.dayOfMonth = dayOfMonth
      self.month = month
      year = rest.take { $0[...].number(digits: 4...4) }
      words = rest
    }
    try Self.check(dayOfMonth, month, year)
  }

  /// The day; without a year the nearest in a direction.
  func day(
    now: LocalTime, time: TimeOfDay?, direction: DateDirection
  ) throws(DateMisfit) -> Day {
    let day = year.map(day(of:)) ?? nearest(now: now, time: time, direction: direction)
    guard let day else { throw .beyondCalendar }
    guard weekday == nil || weekday == day.weekday else { throw .otherWeekday(day) }
    return day
  }

  private func day(of year: Int) -> Day? {
    Day(year: year, month: month, dayOfMonth: dayOfMonth)
  }

  /// A leap day may be eight years away.
  private func nearest(now: LocalTime, time: TimeOfDay?, direction: DateDirection) -> Day? {
    (0...8).lazy.compactMap { day(of: now.day.year + (direction == .past ? -$0 : $0)) }
      .first { direction.holds($0, time, seenFrom: now) }
  }

  /// Refuses a day that no month, or not this one, has.
  private static func check(_ dayOfMonth: Int, _ month: Int, _ year: Int?) throws(DateMisfit) {
    guard 1...12 ~= month else { throw .noMonth(month) }
    guard dayOfMonth > 0 else { throw .dayZero }
    if let year {
      guard 1...9999 ~= year else { throw .beyondCalendar }
      if month == 2, dayOfMonth == 29, Day.daysInMonth(2, of: year) < 29 {
        throw .noLeapDay(year: year)
      }
    }
    // Without a year February may be that of a leap year.
    let days = Day.daysInMonth(month, of: year ?? 2000)
    guard dayOfMonth <= days else {
      throw .monthLength(month: month, days: days, year: month == 2 ? year : nil)
    }
  }

  /// `20`, or `20th` with the ending that belongs to it.
  private static func dayOfMonth(_ word: String) -> Int? {
    if let number = word[...].number(digits: 1...2) { return number }
    guard let number = word.dropLast(2).number(digits: 1...2) else { return nil }
    let ending =
      switch (number / 10, number % 10) {
      case (1, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return word.hasSuffix(ending) ? number : nil
  }

  /// A month by its name or its first three letters.
  private static func month(_ word: String) -> Int? {
    let word = word.hasSuffix(".") ? word.dropLast() : word[...]
    return (1...12).first { month in
      let name = Day.monthName(month).lowercased()
      return word == name || word == name.prefix(3) || (month == 9 && word == "sept")
    }
  }
}
