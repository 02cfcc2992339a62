internal import AfterwitJournal
internal import Glibc

/// A time as it is printed.
struct Moment {
  /// Milliseconds since the start of 1970.
  let milliseconds: UInt64

  /// The time by this machine's clock.
  static var now: Moment {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Moment(milliseconds: UInt64(now.tv_sec) * 1000 + UInt64(now.tv_nsec) / 1_000_000)
  }

  /// ISO 8601 in UTC, to the millisecond: `2026-11-20T08:30:00.250Z`.
  var iso8601: String {
    let (day, time) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    let (seconds, fraction) = time.quotientAndRemainder(dividingBy: 1000)
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { Self.padded($0, 2) }
    return Day(daysSince1970: Int(day)).description + "T" + clock.joined(separator: ":") + "."
      + Self.padded(fraction, 3) + "Z"
  }

  /// The day in the person's time zone.
  var localDay: String { String(local.prefix(10)) }

  /// The day and the minute in the person's time zone: `2026-11-20 09:30`.
  var local: String {
    var seconds = time_t(milliseconds / 1000)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return iso8601 }
    let shifted = Int64(seconds) + Int64(parts.tm_gmtoff)
    let utc = Moment(milliseconds: UInt64(max(0, shifted)) * 1000).iso8601
    return utc.prefix(10) + " " + utc.dropFirst(11).prefix(5)
  }

  private static func padded(_ number: UInt64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
