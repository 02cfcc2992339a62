internal import AfterwitStore
internal import AfterwitSync
internal import AfterwitWire
internal import Synchronization

/// What may happen while a watch waits.
enum WatchHappening: Sendable {
  /// Something that the session knows.
  case session(WatchSession.Event)
  /// The relay said something.
  case signal(RelaySignal)
  /// The file of this home was written.
  case changed
}

/// What goes on beside a watch, each in a task of its own, and tells it what happens.
struct WatchBackground<Time: Clock>: Sendable where Time.Duration == Duration {
  let store: Store
  let relay: any ListenableRelay
  let clock: Time
  let continuation: AsyncStream<WatchHappening>.Continuation

  /// Looks again and again whether a process has written into the file: two calls to the system.
  func lookForChanges() async throws {
    var state = store.state
    while true {
      try await clock.sleep(until: clock.now.advanced(by: .milliseconds(500)), tolerance: nil)
      let now = store.state
      if now != state { continuation.yield(.changed) }
      state = now
    }
  }

  /// Waits.
  func pause(_ duration: Duration) async throws {
    try await clock.sleep(until: clock.now.advanced(by: duration), tolerance: nil)
    continuation.yield(.session(.paused))
  }

  /// Listens until it ends, for whatever reason, or the relay is silent for too long.
  func listen(as token: Token?) async {
    guard let token else { return end(.unheard) }
    let limit = Limit(ListeningLimit(now: clock.now))
    await withTaskGroup(of: WatchSession.Event.self) { group in
      group.addTask {
        do throws(RelayFailure) {
          try await relay.listen(as: token) { signal in
            limit.value.withLock { $0.hear(signal, now: clock.now) }
            continuation.yield(.signal(signal))
          }
        } catch {
          // What else it ended of makes no difference: an exchange follows, and tells what is wrong.
          if case .refused(.path, _) = error { return .unlistenable }
          return .unheard
        }
        return .unheard
      }
      group.addTask {
        while true {
          let end = limit.value.withLock { $0.end }
          guard clock.now < end else { return .unheard }
          do { try await clock.sleep(until: end, tolerance: nil) } catch { return .unheard }
        }
      }
      end(await group.next() ?? .unheard)
      group.cancelAll()
    }
  }

  private func end(_ event: WatchSession.Event) {
    continuation.yield(.session(event))
  }

  /// The limit, which both tasks of a listener look at.
  private final class Limit: Sendable {
    let value: Mutex<ListeningLimit<Time.Instant>>

    init(_ limit: ListeningLimit<Time.Instant>) { value = Mutex(limit) }
  }
}
