internal import AfterwitDevice
internal import AfterwitJournal
internal import FoundationEssentials
internal import Glibc

extension Environment {
  private static let variable = "AFTERWIT_NOW"

  /// The machine's own environment, at the time that the variable `AFTERWIT_NOW` names, as
  /// `2026-11-27T21:00` where the person is; at its own time where nothing is named.
  ///
  /// So a person, the tour or a test sees an evening that has not come. The clock goes on from there.
  /// A week begins on the day that the person has chosen, else as where they are.
  static func present() throws(CommandFailure) -> Environment {
    let system = Environment.system
    let chosen = Preferences.present.weekStart
    let firstWeekday =
      chosen.flatMap { name in Weekday.allCases.first { $0.name.lowercased() == name } }
      ?? system.firstWeekday
    guard let named = ProcessInfo.processInfo.environment[variable], !named.isEmpty else {
      return Environment(
        nowMilliseconds: system.nowMilliseconds, randomBytes: system.randomBytes,
        localTime: system.localTime, firstWeekday: firstWeekday)
    }
    guard let moment = milliseconds(of: named) else {
      throw .usage(
        "\(variable) names no time: \(named)", next: "Write it as 2026-11-27T21:00, or unset it.")
    }
    let ahead = Int64(moment) - Int64(system.nowMilliseconds())
    return Environment(
      nowMilliseconds: { UInt64(max(0, Int64(system.nowMilliseconds()) + ahead)) },
      randomBytes: system.randomBytes, localTime: system.localTime,
      firstWeekday: firstWeekday)
  }

  /// The milliseconds after the start of 1970 of a day and a time where the person is.
  private static func milliseconds(of text: String) -> UInt64? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let day = Day(parts[0]), let time = TimeOfDay(parts[1]) else {
      return nil
    }
    var local = tm()
    local.tm_year = Int32(day.year - 1900)
    local.tm_mon = Int32(day.month - 1)
    local.tm_mday = Int32(day.dayOfMonth)
    local.tm_hour = Int32(time.minutes / 60)
    local.tm_min = Int32(time.minutes % 60)
    local.tm_isdst = -1
    let seconds = mktime(&local)
    return seconds < 0 ? nil : UInt64(seconds) * 1000
  }
}
