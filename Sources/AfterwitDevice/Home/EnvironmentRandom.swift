/// Draws from an environment's randomness, eight bytes at a time.
struct EnvironmentRandom: RandomNumberGenerator {
  let source: @Sendable (Int) -> [UInt8]

  mutating func next() -> UInt64 {
    source(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
