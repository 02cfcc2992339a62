extension [UInt8] {
  /// Appends the stretches of other bytes that begin at some places, the last first; each ends where
  /// the next begins.
  mutating func append(_ other: [UInt8], backwardsFrom starts: [Int]) {
    reserveCapacity(count + other.count)
    var end = other.count
    for start in starts.reversed() {
      append(contentsOf: other[start..<end])
      end = start
    }
  }
}
