public import AfterwitJournal
internal import Glibc

/// What lies outside the device: the wall clock, randomness, and the day where the person is.
public struct Environment: Sendable {
  /// Milliseconds since 1970 by the wall clock.
  public let nowMilliseconds: @Sendable () -> UInt64
  /// A number of fresh random bytes, fit for keys.
  public let randomBytes: @Sendable (Int) -> [UInt8]
  /// The present day in the person's time zone.
  public let today: @Sendable () -> Day

  /// An environment of given parts.
  public init(
    nowMilliseconds: @escaping @Sendable () -> UInt64,
    randomBytes: @escaping @Sendable (Int) -> [UInt8],
    today: @escaping @Sendable () -> Day
  ) {
    self.nowMilliseconds = nowMilliseconds
    self.randomBytes = randomBytes
    self.today = today
  }

  /// The machine's own clock, randomness and time zone.
  public static let system = Environment(
    nowMilliseconds: {
      var now = timespec()
      clock_gettime(CLOCK_REALTIME, &now)
      return UInt64(now.tv_sec) * 1000 + UInt64(now.tv_nsec) / 1_000_000
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
    today: {
      var now = time(nil)
      var local = tm()
      localtime_r(&now, &local)
      return Day(daysSince1970: Int((now + local.tm_gmtoff) / 86_400))
    })

  /// The environment's randomness as Swift's functions take it.
  var random: EnvironmentRandom { EnvironmentRandom(source: randomBytes) }
}
