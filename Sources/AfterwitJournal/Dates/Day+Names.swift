// The English names of months, and of days: one table, for what is read and for what is printed.

extension Day {
  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The name of a month, which counts from 1.
  public static func monthName(_ month: Int) -> String { monthNames[month - 1] }

  /// The first three letters of a month's name.
  public static func shortMonthName(_ month: Int) -> String { String(monthName(month).prefix(3)) }

  /// The day among those of its month: `27 Nov`.
  public var shortName: String { "\(dayOfMonth) \(Self.shortMonthName(month))" }

  /// The day among those of its year: `Friday 27 November`.
  public var name: String { "\(weekday.name) \(dayOfMonth) \(Self.monthName(month))" }

  /// The day, with its year: `Friday 27 November 2026`.
  public var longName: String { "\(name) \(year)" }

  /// The day without that of the week: `27 November 2026`.
  public var writtenName: String { "\(dayOfMonth) \(Self.monthName(month)) \(year)" }
}
