// People name days from where they stand: `yesterday`, `next tuesday 10:00`, `20 Nov`. A phrase is
// read as a whole or not at all. What is nearly a day (a misspelt month) or could be two is refused
// with the reason, because a wrong day in a journal is found out years later, or never.
//
// A weekday alone, and a day without a year, are the nearest in one direction: that which has come,
// or that which is to come. Today counts as both, so that `friday`, said on a Friday, is today, beside
// `last friday` and `next friday`; with a time it counts as long as the time lies on that side.

/// A day as a person named it, perhaps with a time.
public struct NamedDay: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// The time of day, if one was named.
  public let time: TimeOfDay?
  /// Whether it was named by its date, `yyyy-mm-dd`, so that nothing had to be understood.
  public let isPlain: Bool

  /// Reads a phrase.
  ///
  /// - Parameters:
  ///   - standpoint: from where it is said.
  ///   - direction: where a weekday alone lies, and a day without a year.
  /// - Throws: ``DateMisfit`` where it names no day, or not one.
  public init(
    _ phrase: String, from standpoint: Standpoint, direction: DateDirection
  ) throws(DateMisfit) {
    if let day = Day(phrase) {
      (self.day, time, isPlain) = (day, nil, true)
      return
    }
    var words = try DateWords(phrase)
    let phrase = try DatePhrase(&words, firstWeekday: standpoint.firstWeekday)
    let time = try words.takeTime()
    guard words.isEmpty, phrase.part?.holds(time) != false else { throw .unknown }
    day = try phrase.day.day(now: standpoint.now, time: time, direction: direction)
    (self.time, isPlain) = (time, false)
  }
}
