internal import AfterwitDevice
internal import AfterwitJournal
internal import Glibc

/// A time as it is printed.
struct Moment {
  /// Milliseconds since the start of 1970.
  let milliseconds: UInt64

  /// The present time of the command.
  static func now() throws(CommandFailure) -> Moment {
    Moment(milliseconds: try Environment.present().nowMilliseconds())
  }

  /// ISO 8601 in UTC, to the millisecond: `2026-11-20T08:30:00.250Z`.
  var iso8601: String {
    let rest = milliseconds % 60_000
    return day + "T" + minute + ":" + Self.padded(rest / 1000, 2) + "."
      + Self.padded(rest % 1000, 3) + "Z"
  }

  /// The day in the person's time zone.
  var localDay: String { localTime.day.description }

  /// The day and the minute in the person's time zone: `2026-11-20 09:30`.
  var local: String { localTime.day.description + " " + localTime.time.description }

  private var localTime: LocalTime { Environment.system.localTime(milliseconds) }

  private var day: String { Day(daysSince1970: Int(milliseconds / 86_400_000)).description }

  private var minute: String {
    let minutes = milliseconds % 86_400_000 / 60_000
    return Self.padded(minutes / 60, 2) + ":" + Self.padded(minutes % 60, 2)
  }

  private static func padded(_ number: UInt64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
