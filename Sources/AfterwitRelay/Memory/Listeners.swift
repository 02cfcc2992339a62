internal import AfterwitEncoding
internal import Synchronization

/// Everyone who listens, by journal.
///
/// A device that has ``RelayLimits/streamsPerDevice`` of them loses the oldest to another: a
/// connection that is dead and not known to be keeps nobody from coming back. To wake those of a
/// journal costs a step for each; nothing of what happened is kept for them.
final class Listeners: Sendable {
  private struct State {
    var byJournal: [JournalID: [Listener]] = [:]
    var count = 0
    var isClosed = false
  }

  private let state = Mutex(State())

  /// How many there are.
  var count: Int { state.withLock { $0.count } }

  /// Whether there is no room for another.
  var isFull: Bool { count >= RelayLimits.streams }

  /// Whether nobody may listen any more.
  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// Adds a listener; one that comes after ``close()`` ends at once.
  func add(_ listener: Listener) {
    let ended = state.withLock { state -> Listener? in
      guard !state.isClosed else { return listener }
      var listeners = state.byJournal[listener.journal] ?? []
      var oldest: Listener?
      if listeners.count(where: { $0.device == listener.device }) >= RelayLimits.streamsPerDevice,
        let index = listeners.firstIndex(where: { $0.device == listener.device })
      {
        oldest = listeners.remove(at: index)
        state.count -= 1
      }
      listeners.append(listener)
      state.byJournal[listener.journal] = listeners
      state.count += 1
      return oldest
    }
    ended?.end()
  }

  /// Forgets a listener; one that was forgotten already is no fault.
  func remove(_ listener: Listener) {
    state.withLock { state in
      guard var listeners = state.byJournal[listener.journal],
        let index = listeners.firstIndex(where: { $0 === listener })
      else { return }
      listeners.remove(at: index)
      state.byJournal[listener.journal] = listeners.isEmpty ? nil : listeners
      state.count -= 1
    }
  }

  /// Has those of a journal look.
  func wake(of journal: JournalID) {
    for listener in state.withLock({ $0.byJournal[journal] ?? [] }) { listener.wake() }
  }

  /// Ends all listeners, and those that still come.
  func close() {
    let all = state.withLock { state in
      defer { state = State(isClosed: true) }
      return state.byJournal.values.flatMap(\.self)
    }
    for listener in all { listener.end() }
  }
}
