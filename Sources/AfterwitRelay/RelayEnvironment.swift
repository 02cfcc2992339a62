internal import Glibc

/// What the relay needs of the world and cannot decide itself: the time and randomness.
package struct RelayEnvironment: Sendable {
  /// Milliseconds since 1970.
  package let now: @Sendable () -> UInt64
  /// That many unpredictable bytes.
  package let randomBytes: @Sendable (Int) -> [UInt8]

  /// An environment of given parts.
  package init(
    now: @escaping @Sendable () -> UInt64, randomBytes: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.now = now
    self.randomBytes = randomBytes
  }

  /// The machine's clock and its source of randomness.
  package static let system = RelayEnvironment(
    now: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return UInt64(max(0, time.tv_sec)) * 1000 + UInt64(time.tv_nsec) / 1_000_000
    },
    randomBytes: { count in
      var source = SystemRandomNumberGenerator()
      return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &source) }
    })
}
