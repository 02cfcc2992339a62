internal import AfterwitRelay
internal import Logging
internal import Synchronization

/// What was refused and what failed, counted, and told once a minute at most.
///
/// A line for each refusal would let strangers fill the operator's disk. Of a failure of the storage
/// the cause is told, because only the operator can mend it.
final class Refusals: Sendable {
  private struct State {
    var counts: [String: Int] = [:]
    var toldAt: UInt64?
  }

  private static let pause: UInt64 = 60_000

  private let service: RelayService
  private let logger: Logger
  private let state = Mutex(State())

  init(of service: RelayService, logger: Logger) {
    self.service = service
    self.logger = logger
  }

  /// Counts a refusal of a call, and tells the sums if none were told for a minute.
  func count(_ call: String, _ refusal: String) {
    let now = service.environment.elapsedMilliseconds()
    let told = state.withLock { state -> [String: Int]? in
      state.counts["\(call): \(refusal)", default: 0] += 1
      if let toldAt = state.toldAt, now - toldAt < Self.pause { return nil }
      defer { state = State(toldAt: now) }
      return state.counts
    }
    if let told { tell(told) }
  }

  /// Tells what was counted since, because the relay stops.
  func tellRest() {
    let rest = state.withLock { state in
      defer { state.counts = [:] }
      return state.counts
    }
    if !rest.isEmpty { tell(rest) }
  }

  private func tell(_ counts: [String: Int]) {
    if let cause = service.takeTrouble() {
      logger.error("the storage fails", metadata: ["cause": "\(cause)"])
    }
    let sums = counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    logger.notice("refused", metadata: ["counts": "\(sums.joined(separator: ", "))"])
  }
}
