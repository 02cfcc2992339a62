/// A day of the civil calendar, as `2026-11-20`.
public struct Day: Hashable, Sendable, CustomStringConvertible {
  private let daysSince1970: Int

  /// The day that starts so many days after 1 January 1970.
  public init(daysSince1970: Int) {
    self.daysSince1970 = daysSince1970
  }

  /// Reads `yyyy-mm-dd`; a day that the calendar does not have gives `nil`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      parts[2].utf8.count == 2, text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      year > 0, (1...12).contains(month), day > 0
    else { return nil }
    self.init(daysSince1970: Self.days(year: year, month: month, day: day))
    guard description == text else { return nil }
  }

  /// The day after so many days; negative numbers go back.
  public func advanced(by days: Int) -> Day {
    Day(daysSince1970: daysSince1970 + days)
  }

  /// The day as `yyyy-mm-dd`.
  public var description: String {
    // Counts from 1 March of year 0, so that the leap day ends its year (Howard Hinnant,
    // "chrono-Compatible Low-Level Date Algorithms").
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return [Self.padded(year, 4), Self.padded(month, 2), Self.padded(day, 2)]
      .joined(separator: "-")
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
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
