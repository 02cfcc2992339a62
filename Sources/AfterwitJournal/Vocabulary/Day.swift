/// A day of the civil calendar, as `2026-11-20`.
public struct Day: Hashable, Sendable, CustomStringConvertible {
  private let daysSince1970: Int

  /// The day that starts so many days after 1 January 1970.
  public init(daysSince1970: Int) {
    self.daysSince1970 = daysSince1970
  }

  /// Reads `yyyy-mm-dd`; a day that the calendar does not have gives `nil`.
  public init?(_ text: String) {
    let bytes = text.utf8Span.span
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash,
      let year = Self.number(bytes, in: 0..<4), let month = Self.number(bytes, in: 5..<7),
      let day = Self.number(bytes, in: 8..<10)
    else { return nil }
    self.init(year: year, month: month, dayOfMonth: day)
  }

  /// The number that some digits write; `nil` where one of them is none.
  private static func number(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int? {
    var number = 0
    for place in range {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[place] else { return nil }
      number = number * 10 + Int(bytes[place] - UInt8(ascii: "0"))
    }
    return number
  }

  /// The day after so many days; negative numbers go back.
  public func advanced(by days: Int) -> Day {
    Day(daysSince1970: daysSince1970 + days)
  }

  /// The day as `yyyy-mm-dd`.
  public var description: String {
    // Strings as short as these need no memory of their own, joined one by one.
    let date = date
    return Self.padded(date.year, 4) + "-" + Self.padded(date.month, 2) + "-"
      + Self.padded(date.dayOfMonth, 2)
  }

  /// Year, month and day of the month.
  private var date: (year: Int, month: Int, dayOfMonth: Int) {
    // Counts from 1 March of year 0, so that the leap day ends its year (Howard Hinnant,
    // "chrono-Compatible Low-Level Date Algorithms").
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthIndex + 2) / 5 + 1
    )
  }

  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    var digits = String(number)
    while digits.utf8.count < width { digits = "0" + digits }
    return digits
  }
}

extension Day: Comparable {
  /// The year.
  public var year: Int { date.year }
  /// The month of the year, from 1.
  public var month: Int { date.month }
  /// The day of the month, from 1.
  public var dayOfMonth: Int { date.dayOfMonth }

  /// The day of the week.
  public var weekday: Weekday {
    // 1 January 1970 was a Thursday.
    let place = (daysSince1970 % 7 + 7 + 3) % 7
    return Weekday.allCases[place]
  }

  /// How many days lie between this day and another; below zero where the other is earlier.
  public func days(to other: Day) -> Int { other.daysSince1970 - daysSince1970 }

  /// Whether one day comes before another.
  public static func < (left: Day, right: Day) -> Bool {
    left.daysSince1970 < right.daysSince1970
  }

  /// The day of a year, a month and a day of the month; `nil` where the calendar, from year 1 to
  /// 9999, has none.
  public init?(year: Int, month: Int, dayOfMonth: Int) {
    guard 1...9999 ~= year, 1...12 ~= month,
      1...Self.daysInMonth(month, of: year) ~= dayOfMonth
    else { return nil }
    self.init(daysSince1970: Self.days(year: year, month: month, day: dayOfMonth))
  }

  /// How many days a month has, in a year.
  public static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
