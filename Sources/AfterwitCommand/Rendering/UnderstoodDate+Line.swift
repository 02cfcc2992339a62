internal import AfterwitJournal

extension UnderstoodDate {
  /// What a person is told of it, on one line: `on: Tuesday 1 December 2026 at 10:00, tomorrow`.
  var line: String { "\(field): \(words)" }

  /// The day and the time, and how far away the day is.
  var words: String {
    let at = time.map { " at \($0)" } ?? ""
    return "\(day.longName)\(at), \(DayDistance(from: today, to: day).words)"
  }
}
