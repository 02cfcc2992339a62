internal import Glibc

extension RelayEnvironment {
  /// The machine's clocks and its source of randomness.
  package static let system = RelayEnvironment(
    nowMilliseconds: { milliseconds(of: CLOCK_REALTIME) },
    elapsedMilliseconds: { milliseconds(of: CLOCK_BOOTTIME) },
    randomBytes: { count in
      var source = SystemRandomNumberGenerator()
      return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &source) }
    })

  private static func milliseconds(of clock: clockid_t) -> UInt64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return UInt64(max(0, time.tv_sec)) * 1000 + UInt64(max(0, time.tv_nsec)) / 1_000_000
  }
}
