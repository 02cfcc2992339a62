/// Why a phrase is no day, or not one day.
public enum DateMisfit: Error, Hashable, Sendable {
  /// Nothing in it, or not all of it, is how a day is named here.
  case unknown
  /// It can be read as two days.
  case ambiguous(Day, Day)
  /// The month has fewer days, in this year; without a year, in any.
  case monthLength(month: Int, days: Int, year: Int?)
  /// The year is no leap year.
  case noLeapDay(year: Int)
  /// A month counts its days from 1.
  case dayZero
  /// A year has no month of this number.
  case noMonth(Int)
  /// The day is on another day of the week than it was said to be.
  case otherWeekday(Day)
  /// A clock does not show this time.
  case noTime(String)
  /// A day is wanted, and a time of it has no place here.
  case takesNoTime
  /// It lies before year 1, or after year 9999.
  case beyondCalendar
}
