internal import AfterwitDevice
internal import AfterwitJournal

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
    return LocalTime(universal: milliseconds).description + ":" + Self.padded(rest / 1000, 2) + "."
      + Self.padded(rest % 1000, 3) + "Z"
  }

  /// The day in the person's time zone.
  var localDay: String { localTime.day.description }

  /// The day and the minute in the person's time zone: `2026-11-20 09:30`.
  var local: String { localTime.day.description + " " + localTime.time.description }

  private var localTime: LocalTime { Environment.system.localTime(milliseconds) }

  private static func padded(_ number: UInt64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
