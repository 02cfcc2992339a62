internal import AfterwitEncoding
internal import AfterwitWire

/// Request rates as token buckets: each source has `burst` tokens and regains `perSecond`.
///
/// A bucket is one number, the time at which it will be full again; a request moves that time by
/// the cost of a token and is refused when it lies further away than a whole burst. Full buckets
/// are forgotten when there are too many. Cost: constant for a request.
struct RequestRates {
  /// Who sends.
  enum Source: Hashable {
    /// A network address.
    case address(String)
    /// A journal, whichever of its devices sends.
    case journal(JournalID)
  }

  private let rate: RelayRate
  private var fullAt = BoundedMap<Source, UInt64>(capacity: RelayLimits.rememberedRates)

  init(rate: RelayRate) {
    self.rate = rate
  }

  /// Takes a token at `now` (milliseconds); when there is none, the seconds to wait.
  mutating func take(_ source: Source, now: UInt64) -> Int? {
    let microseconds = now * 1000
    let cost = 1_000_000 / rate.perSecond
    let capacity = cost * rate.burst
    let full = min(max(fullAt[source] ?? 0, microseconds), microseconds + capacity)
    guard full + cost <= microseconds + capacity else {
      return Int((full + cost - microseconds - capacity + 999_999) / 1_000_000)
    }
    if fullAt.isFull(for: source) { fullAt.removeAll { $0 <= microseconds } }
    fullAt[source] = full + cost
    return nil
  }
}
