internal import CCurl
internal import Synchronization

// libcurl waits, and what waits must not hold a thread that tasks share. So the calls of one relay
// are made by a thread of its own, which begins with the first of them. It alone touches what
// libcurl keeps: connections, names, sessions of TLS. Other threads leave requests here and wake it.

/// The calls of one relay that wait for its thread.
final class TransferQueue: Sendable {
  private enum Phase {
    case unused
    case running
    case ended
  }

  private struct State {
    var phase = Phase.unused
    var isClosed = false
    var arrived: [Exchange] = []
    var closers: [CheckedContinuation<Void, Never>] = []
    /// What wakes the thread, while it listens: libcurl's handle.
    ///
    /// It is kept as a number because a pointer belongs to one thread; waking is the one thing that
    /// libcurl allows to others.
    var bell: UInt?

    func ring() {
      if let bell { curl_multi_wakeup(UnsafeMutableRawPointer(bitPattern: bell)) }
    }
  }

  private let state = Mutex(State())

  /// Has a request sent, unless the queue is closed.
  func submit(_ exchange: Exchange) {
    let (isTaken, isFirst) = state.withLock { state in
      guard !state.isClosed else { return (false, false) }
      let isFirst = state.phase == .unused
      state.phase = .running
      state.arrived.append(exchange)
      state.ring()
      return (true, isFirst)
    }
    if !isTaken { exchange.end(.failure(.cancelled)) }
    if isFirst, !TransferThread.begin(serving: self) { leave(.unused) }
  }

  /// Has the thread look at what was cancelled.
  func wake() { state.withLock { $0.ring() } }

  /// Cancels all calls and waits until all connections are closed.
  func close() async {
    await withCheckedContinuation { closer in
      let hasEnded = state.withLock { state in
        state.isClosed = true
        if state.phase == .unused { state.phase = .ended }
        guard state.phase == .running else { return true }
        state.closers.append(closer)
        state.ring()
        return false
      }
      if hasEnded { closer.resume() }
    }
  }

  /// Says where the thread that serves this queue is woken; that thread calls it.
  func listen(at multi: UnsafeMutableRawPointer) {
    let bell = UInt(bitPattern: multi)
    state.withLock { $0.bell = bell }
  }

  /// Takes what has arrived; says whether the queue is closed, after which nothing arrives.
  func take() -> (arrived: [Exchange], isClosed: Bool) {
    state.withLock { state in
      defer { state.arrived = [] }
      return (state.arrived, state.isClosed)
    }
  }

  /// Says that the thread no longer listens.
  func stopListening() { state.withLock { $0.bell = nil } }

  /// Says that the thread has ended, to those who closed the queue.
  func end() { leave(.ended) }

  /// Leaves the queue without a thread; what arrived for it, where there was none to have, ends.
  private func leave(_ phase: Phase) {
    let (arrived, closers) = state.withLock { state in
      defer { (state.arrived, state.closers) = ([], []) }
      state.phase = phase
      return (state.arrived, state.closers)
    }
    for exchange in arrived { exchange.end(.failure(.noConnection("no thread to make it"))) }
    for closer in closers { closer.resume() }
  }
}
