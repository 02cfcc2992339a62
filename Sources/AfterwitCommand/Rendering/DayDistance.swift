internal import AfterwitJournal

/// How far a day is from another, in words.
struct DayDistance: Hashable {
  /// How many days it lies ahead; below zero where it is past.
  let days: Int

  /// How far a day is from today.
  init(from today: Day, to day: Day) { days = today.days(to: day) }

  /// So many days ahead, or back.
  init(days: Int) { self.days = days }

  /// The words: `today`, `tomorrow`, `in 3 days`, `2 weeks ago`.
  var words: String {
    switch days {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "yesterday"
    case ..<0: span + " ago"
    default: "in " + span
    }
  }

  private var span: String {
    let count = days.magnitude
    return switch count {
    case ..<14: "\(count) days"
    case ..<60: "\(count / 7) weeks"
    case ..<730: "\(count / 30) months"
    default: "\(count / 365) years"
    }
  }
}
