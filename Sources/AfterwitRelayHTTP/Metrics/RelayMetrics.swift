internal import Synchronization

/// What a relay counts of its calls since it began: by call and outcome, never by journal or address.
final class RelayMetrics: Sendable {
  /// How often a call was answered, and how long that took.
  struct Call: Sendable {
    /// How often, by outcome: `ok`, or the word of a refusal.
    var outcomes: [String: UInt64] = [:]
    /// How often it took as long as each of ``RelayMetrics/bounds`` or less, and longer than the one
    /// before; in the end how often it took longer than all.
    var buckets = [UInt64](repeating: 0, count: RelayMetrics.bounds.count + 1)
    /// How long all took together, in seconds.
    var seconds: Double = 0
  }

  /// The upper bounds of the times that are told apart, in seconds.
  static let bounds: [Double] = [0.005, 0.05, 0.5, 5]

  private let state = Mutex<[String: Call]>([:])

  /// Counts an answer.
  func count(_ call: String, outcome: String, seconds: Double) {
    let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    state.withLock { calls in
      calls[call, default: Call()].outcomes[outcome, default: 0] += 1
      calls[call]?.buckets[bucket] += 1
      calls[call]?.seconds += seconds
    }
  }

  /// All calls by name.
  var calls: [(name: String, call: Call)] {
    state.withLock { $0.map { (name: $0.key, call: $0.value) } }.sorted { $0.name < $1.name }
  }
}
