internal import Glibc

extension RelayEnvironment {
  /// The machine's clock and its source of randomness.
  package static let system = RelayEnvironment(
    nowMilliseconds: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return UInt64(max(0, time.tv_sec)) * 1000 + UInt64(time.tv_nsec) / 1_000_000
    },
    randomBytes: { count in
      var source = SystemRandomNumberGenerator()
      return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &source) }
    })
}
