internal import AfterwitEncoding
internal import AfterwitWire

/// Request rates as token buckets: each source has as many tokens as come at once, and regains them.
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
    /// What is appended to a journal.
    case appends(JournalID)
  }

  private var fullAt = BoundedMap<Source, UInt64>(capacity: RelayLimits.rememberedRates)

  /// Takes a token at `now` (milliseconds); when there is none, the seconds to wait.
  mutating func take(_ source: Source, at rate: RelayRate, now: UInt64) -> Int? {
    let microseconds = now * 1000
    let cost = rate.microseconds
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
