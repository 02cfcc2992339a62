// Days by their distance from today.

extension DateWords {
  /// Reads `today`, `yesterday` and the like: how many days lie between.
  mutating func takeDaysAway() -> Int? {
    if take("today") { return 0 }
    if take("yesterday") { return -1 }
    if take("tomorrow") { return 1 }
    if take("day", "before", "yesterday") || take("the", "day", "before", "yesterday") { return -2 }
    if take("day", "after", "tomorrow") || take("the", "day", "after", "tomorrow") { return 2 }
    return nil
  }

  /// Reads a part of today or of last night: `this morning`.
  mutating func takePartOfToday() -> (days: Int, part: DatePhrase.Part)? {
    if take("this", "morning") { return (0, .morning) }
    if take("this", "afternoon") || take("this", "evening") || take("tonight") {
      return (0, .later)
    }
    return take("last", "night") ? (-1, .later) : nil
  }

  /// Reads a span from today: `3 days ago`, `in 2 weeks`.
  mutating func takeSpan() throws(DateMisfit) -> DatePhrase.Meaning? {
    let isAhead = take("in")
    var rest = self
    guard let count = rest.take(Self.count),
      let unit = rest.take(Self.unit), isAhead || rest.take("ago")
    else {
      if isAhead { throw .unknown }
      return nil
    }
    self = rest
    let signed = isAhead ? count : -count
    return unit.isMonths ? .months(signed * unit.size) : .days(signed * unit.size)
  }

  private static func count(_ word: String) -> Int? {
    let names = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
    ]
    if word == "a" || word == "an" { return 1 }
    return names.firstIndex(of: word).map { $0 + 1 } ?? word[...].number(digits: 1...6)
  }

  private static func unit(_ word: String) -> (size: Int, isMonths: Bool)? {
    switch word {
    case "day", "days": (1, false)
    case "week", "weeks": (7, false)
    case "month", "months": (1, true)
    case "year", "years": (12, true)
    default: nil
    }
  }
}
