public import AfterwitJournal
internal import Glibc

/// What lies outside the device: the wall clock, randomness, and the time where the person is.
public struct Environment: Sendable {
  /// Milliseconds since 1970 by the wall clock.
  public let nowMilliseconds: @Sendable () -> UInt64
  /// A number of fresh random bytes, fit for keys.
  public let randomBytes: @Sendable (Int) -> [UInt8]
  /// What clock and calendar show where the person is, so many milliseconds after the start of 1970.
  public let localTime: @Sendable (UInt64) -> LocalTime
  /// The day that begins a week where the person is.
  public let firstWeekday: Weekday

  /// An environment of given parts.
  public init(
    nowMilliseconds: @escaping @Sendable () -> UInt64,
    randomBytes: @escaping @Sendable (Int) -> [UInt8],
    localTime: @escaping @Sendable (UInt64) -> LocalTime,
    firstWeekday: Weekday = .monday
  ) {
    self.nowMilliseconds = nowMilliseconds
    self.randomBytes = randomBytes
    self.localTime = localTime
    self.firstWeekday = firstWeekday
  }

  /// The machine's own clock, randomness and time zone.
  public static let system = Environment(
    nowMilliseconds: {
      var now = timespec()
      clock_gettime(CLOCK_REALTIME, &now)
      return milliseconds(seconds: Int64(now.tv_sec), nanoseconds: Int64(now.tv_nsec))
    },
    randomBytes: { count in
      // Eight bytes of the system's randomness cost as much as one.
      var random = SystemRandomNumberGenerator()
      var bytes: [UInt8] = []
      while bytes.count < count {
        withUnsafeBytes(of: random.next()) { bytes.append(contentsOf: $0) }
      }
      return Array(bytes.prefix(count))
    },
    localTime: { milliseconds in
      var seconds = time_t(milliseconds / 1000)
      var local = tm()
      guard localtime_r(&seconds, &local) != nil else { return LocalTime(universal: milliseconds) }
      let shifted = Int64(seconds) + Int64(local.tm_gmtoff)
      return LocalTime(universal: UInt64(max(0, shifted)) * 1000)
    },
    // As a C library chooses a locale for times.
    firstWeekday: .first(
      inLocale: ["LC_ALL", "LC_TIME", "LANG"].lazy
        .compactMap { (name: String) in getenv(name).map { String(cString: $0) } }
        .first { !$0.isEmpty } ?? "C"))

  /// Milliseconds since 1970 of a moment; a clock that stands before that shows its start.
  static func milliseconds(seconds: Int64, nanoseconds: Int64) -> UInt64 {
    UInt64(max(0, seconds * 1000 + nanoseconds / 1_000_000))
  }

  /// The present time where the person is.
  public var now: LocalTime { localTime(nowMilliseconds()) }
  /// The present day where the person is.
  public var today: Day { now.day }

  /// From where days are named now.
  public var standpoint: Standpoint { standpoint(at: nowMilliseconds()) }

  /// From where days are named, so many milliseconds after the start of 1970.
  func standpoint(at milliseconds: UInt64) -> Standpoint {
    Standpoint(now: localTime(milliseconds), firstWeekday: firstWeekday)
  }

  /// The environment's randomness as Swift's functions take it.
  var random: EnvironmentRandom { EnvironmentRandom(source: randomBytes) }
}
