internal import Synchronization

/// One request on its way, and the task that waits for its answer.
final class Exchange: Sendable {
  typealias Outcome = Result<RawAnswer, TransferFailure>

  private struct State {
    var waiter: CheckedContinuation<Outcome, Never>?
    var isCancelled = false
  }

  let request: Request
  private let state = Mutex(State())

  init(of request: Request) { self.request = request }

  /// Whether nobody wants the answer any more.
  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Has the request sent by a queue and waits for what comes of it.
  func outcome(from queue: TransferQueue) async -> Outcome {
    await withCheckedContinuation { waiter in
      state.withLock { $0.waiter = waiter }
      queue.submit(self)
    }
  }

  /// Says that nobody wants the answer any more; the queue has to be woken.
  func cancel() { state.withLock { $0.isCancelled = true } }

  /// Tells whoever waits what came of the request; once.
  func end(_ outcome: Outcome) {
    state.withLock { state in
      defer { state.waiter = nil }
      return state.waiter
    }?.resume(returning: outcome)
  }
}
