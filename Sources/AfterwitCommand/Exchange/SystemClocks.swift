internal import AfterwitExchange
internal import AfterwitJournal
internal import Glibc

/// The clocks of the world as this machine's C library knows them.
///
/// The library has one zone at a time, which its environment names; it is put back at once.
struct SystemClocks: SourceClocks {
  private static let folder = "/usr/share/zoneinfo/"

  /// The zone of times that name none; that of the machine where it is `nil`.
  let zone: String?

  func localTime(_ seconds: Int64, in zone: String?) -> LocalTime? {
    guard let zone = zone ?? self.zone else { return Self.local(seconds) }
    guard Self.isKnown(zone) else { return nil }
    let before = getenv("TZ").map { String(cString: $0) }
    setenv("TZ", zone == "UTC" ? "UTC0" : ":" + zone, 1)
    tzset()
    defer {
      if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") }
      tzset()
    }
    return Self.local(seconds)
  }

  private static func isKnown(_ zone: String) -> Bool {
    if zone == "UTC" { return true }
    guard !zone.isEmpty, !zone.hasPrefix("/"), !zone.contains(".."),
      zone.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f })
    else { return false }
    var found = stat()
    return stat(folder + zone, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
  }

  private static func local(_ seconds: Int64) -> LocalTime? {
    var seconds = time_t(seconds)
    var shown = tm()
    guard localtime_r(&seconds, &shown) != nil,
      let day = Day(
        year: Int(shown.tm_year) + 1900, month: Int(shown.tm_mon) + 1,
        dayOfMonth: Int(shown.tm_mday)),
      let time = TimeOfDay(minutes: Int(shown.tm_hour) * 60 + Int(shown.tm_min))
    else { return nil }
    return LocalTime(day: day, time: time)
  }
}
