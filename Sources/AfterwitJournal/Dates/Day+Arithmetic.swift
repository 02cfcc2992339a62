extension Day {
  /// The day, if it can be written with a year of four digits.
  func inCalendar() throws(DateMisfit) -> Day {
    guard 1...9999 ~= year else { throw .beyondCalendar }
    return self
  }

  /// The day so many months later; the last of its month where that is shorter.
  func advanced(byMonths months: Int) throws(DateMisfit) -> Day {
    let count = 12 * year + month - 1 + months
    guard 12..<120_000 ~= count else { throw .beyondCalendar }
    let (year, month) = (count / 12, count % 12 + 1)
    let last = Self.daysInMonth(month, of: year)
    guard let day = Day(year: year, month: month, dayOfMonth: min(dayOfMonth, last)) else {
      throw .beyondCalendar
    }
    return day
  }

  /// The first day of the week that this day is in.
  public func startOfWeek(from first: Weekday) -> Day {
    advanced(by: -((weekday.rawValue - first.rawValue + 7) % 7))
  }
}
