internal import AfterwitJournal

extension Sentences {
  /// The words for a phrase that is no day, or not one.
  ///
  /// - Parameter safe: what is safe nevertheless.
  init(_ misfit: DateMisfit, in phrase: String, field: String, safe: String) {
    let correct = "Correct the day and repeat the command."
    switch misfit {
    case .unknown:
      self.init(
        "The field “\(field)” takes a day, not “\(phrase)”.", safe: safe,
        next: "For example: yesterday, last friday, 3 days ago, 20 Nov, 2026-11-20, in 2 weeks")
    case .takesNoTime:
      self.init(
        "The field “\(field)” takes a day without a time, not “\(phrase)”.", safe: safe,
        next: "Leave the time out and repeat the command.")
    case .ambiguous(let one, let other):
      self.init(
        "“\(phrase)” can be \(one.writtenName) or \(other.writtenName).", safe: safe,
        next: "Type the one you mean: \(one) or \(other)")
    case .noTime(let time):
      self.init(
        "“\(time)” is no time of a day.", safe: safe,
        next: "Times are 0:00 to 23:59, or 1am to 12pm.")
    case .monthLength(let month, let days, let year):
      let name = Day.monthName(month) + (year.map { " \($0)" } ?? "")
      self.init("“\(phrase)” is no day: \(name) has \(days) days.", safe: safe, next: correct)
    case .noLeapDay(let year):
      self.init("“\(phrase)” is no day: \(year) has no 29 February.", safe: safe, next: correct)
    case .dayZero:
      self.init("“\(phrase)” is no day: a month begins with day 1.", safe: safe, next: correct)
    case .noMonth:
      self.init("“\(phrase)” is no day: a year has 12 months.", safe: safe, next: correct)
    case .otherWeekday(let day):
      self.init(
        "“\(phrase)” is no day: \(day.writtenName) is a \(day.weekday.name).", safe: safe,
        next: correct)
    case .beyondCalendar:
      self.init(
        "“\(phrase)” lies outside the years 1 to 9999.", safe: safe, next: correct)
    }
  }
}
