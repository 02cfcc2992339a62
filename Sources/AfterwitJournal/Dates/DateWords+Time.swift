extension DateWords {
  /// Reads a time of day, if there is one: `10:00`, `9am`, `9:30 pm`, also behind `at`.
  mutating func takeTime() throws(DateMisfit) -> TimeOfDay? {
    let isAnnounced = take("at")
    guard let word = next, var time = ClockWords(word) else {
      if isAnnounced { throw .unknown }
      return nil
    }
    take(word)
    if time.half == nil, let half = next, time.end(with: half) { take(half) }
    guard time.half != nil || time.minute != nil else { throw .unknown }
    guard let found = time.time else { throw .noTime(time.text) }
    return found
  }
}

/// What looks like a time of day: an hour, perhaps with minutes, perhaps of one half of the day.
private struct ClockWords {
  private let hour: Int
  let minute: Int?
  private(set) var half: String?
  /// As it was typed.
  private(set) var text: String

  init?(_ word: String) {
    text = word
    var digits = word[...]
    if word.hasSuffix("am") || word.hasSuffix("pm") {
      half = String(word.suffix(2))
      digits = word.dropLast(2)
    }
    let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, let hour = parts[0].number(digits: 1...2) else { return nil }
    self.hour = hour
    guard parts.count == 2 else {
      minute = nil
      return
    }
    guard let minute = parts[1].number(digits: 2...2) else { return nil }
    self.minute = minute
  }

  mutating func end(with word: String) -> Bool {
    guard word == "am" || word == "pm" else { return false }
    half = word
    text += " " + word
    return true
  }

  /// The time; `nil` where no clock shows it.
  var time: TimeOfDay? {
    let minute = minute ?? 0
    guard minute < 60 else { return nil }
    guard let half else {
      return hour < 24 ? TimeOfDay(minutes: 60 * hour + minute) : nil
    }
    guard 1...12 ~= hour else { return nil }
    return TimeOfDay(minutes: 60 * (hour % 12 + (half == "pm" ? 12 : 0)) + minute)
  }
}
