/// How many requests one address or one journal may send.
package struct RelayRate: Sendable {
  /// How many tokens come back each second.
  package let perSecond: UInt64
  /// How many requests may come at once.
  package let burst: UInt64

  /// A rate of given parts, each at least 1.
  package init(perSecond: UInt64 = 200, burst: UInt64 = 2000) {
    precondition(perSecond > 0 && burst > 0)
    self.perSecond = perSecond
    self.burst = burst
  }
}
