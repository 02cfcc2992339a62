/// What the relay needs of the world and cannot decide itself: the time and randomness.
package struct RelayEnvironment: Sendable {
  /// Milliseconds since 1970 by the wall clock: for what is stored, and outlasts the process.
  package let nowMilliseconds: @Sendable () -> UInt64
  /// Milliseconds since some moment by a clock that nobody sets: for rates and what is remembered.
  package let elapsedMilliseconds: @Sendable () -> UInt64
  /// That many unpredictable bytes.
  package let randomBytes: @Sendable (Int) -> [UInt8]

  /// An environment of given parts.
  package init(
    nowMilliseconds: @escaping @Sendable () -> UInt64,
    elapsedMilliseconds: @escaping @Sendable () -> UInt64,
    randomBytes: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.nowMilliseconds = nowMilliseconds
    self.elapsedMilliseconds = elapsedMilliseconds
    self.randomBytes = randomBytes
  }
}
