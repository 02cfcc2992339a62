/// How many requests one address or one journal may send.
package struct RelayRate: Sendable {
  /// After how many microseconds each token comes back.
  let microseconds: UInt64
  /// How many requests may come at once.
  let burst: UInt64

  /// A rate of given parts, each at least 1.
  package init(perSecond: UInt64 = 200, burst: UInt64 = 2000) {
    precondition(perSecond > 0 && burst > 0)
    microseconds = max(1, 1_000_000 / perSecond)
    self.burst = burst
  }

  /// A rate of so many a minute, all of which may come at once; at least 1, and no more than is told
  /// from no rate at all.
  init(perMinute: UInt64) {
    precondition(perMinute > 0)
    burst = min(perMinute, 60_000_000)
    microseconds = 60_000_000 / burst
  }
}
