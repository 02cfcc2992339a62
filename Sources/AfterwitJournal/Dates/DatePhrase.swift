/// What the words of a phrase say of a day, before it is known from where they are said.
struct DatePhrase {
  /// The day that is meant.
  enum Meaning {
    /// So many days after today.
    case days(Int)
    /// So many months after today.
    case months(Int)
    /// The nearest day of this name.
    case nearest(Weekday)
    /// The first after today (1), the last before it (-1), or that of this week (0), which begins
    /// with the other day.
    case weekday(Weekday, step: Int, first: Weekday)
    /// A day of a year, which is the nearest if none is named.
    case date(WrittenDate)
  }

  /// A part of a day.
  enum Part {
    case morning
    case later

    /// Whether a time may be in it.
    func holds(_ time: TimeOfDay?) -> Bool {
      guard let time else { return true }
      return (time.minutes < 720) == (self == .morning)
    }
  }

  /// The day.
  let day: Meaning
  /// The part of it, if one is named.
  let part: Part?

  /// Reads the words for a day; what follows it is left.
  init(_ words: inout DateWords, firstWeekday: Weekday) throws(DateMisfit) {
    if let part = words.takePartOfToday() {
      (day, self.part) = (.days(part.days), part.part)
      return
    }
    day = try Self.day(&words, firstWeekday: firstWeekday)
    // Part of another day, as in `tomorrow morning`.
    part =
      switch words.next {
      case "morning": .morning
      case "afternoon", "evening": .later
      default: nil
      }
    if part != nil, let word = words.next { words.take(word) }
  }

  private static func day(
    _ words: inout DateWords, firstWeekday: Weekday
  ) throws(DateMisfit) -> Meaning {
    if let days = words.takeDaysAway() { return .days(days) }
    if let span = try words.takeSpan() { return span }
    for (word, step) in [("next", 1), ("last", -1), ("this", 0)] where words.take(word) {
      guard let weekday = words.take(Weekday.init(named:)) else { throw .unknown }
      return .weekday(weekday, step: step, first: firstWeekday)
    }
    let weekday = words.take(Weekday.init(named:))
    if let date = try WrittenDate(&words, on: weekday) { return .date(date) }
    guard let weekday else { throw .unknown }
    return .nearest(weekday)
  }
}

extension DatePhrase.Meaning {
  /// The day, seen from the time at which it was named.
  func day(
    now: LocalTime, time: TimeOfDay?, direction: DateDirection
  ) throws(DateMisfit) -> Day {
    let today = now.day
    let step = direction == .past ? -1 : 1
    switch self {
    case .days(let days):
      return try today.advanced(by: days).inCalendar()
    case .months(let months):
      return try today.advanced(byMonths: months)
    case .nearest(let weekday):
      var day = today
      while day.weekday != weekday || !direction.holds(day, time, seenFrom: now) {
        day = day.advanced(by: step)
      }
      return try day.inCalendar()
    case .weekday(let weekday, 0, let first):
      let start = today.startOfWeek(from: first)
      return start.advanced(by: (weekday.rawValue - first.rawValue + 7) % 7)
    case .weekday(let weekday, let step, _):
      var day = today.advanced(by: step)
      while day.weekday != weekday { day = day.advanced(by: step) }
      return try day.inCalendar()
    case .date(let date):
      return try date.day(now: now, time: time, direction: direction)
    }
  }
}
