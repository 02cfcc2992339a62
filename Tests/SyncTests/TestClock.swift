import Synchronization

/// A clock on which nobody waits: sleeping moves it.
final class TestClock: Clock, Sendable {
  struct Instant: InstantProtocol {
    var offset: Duration = .zero

    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private let time = Mutex(Instant())
  private let naps = Mutex<[Duration]>([])

  var now: Instant { time.withLock { $0 } }
  var minimumResolution: Duration { .nanoseconds(1) }
  /// How long each sleep was.
  var sleeps: [Duration] { naps.withLock { $0 } }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    let length = now.duration(to: deadline)
    naps.withLock { $0.append(length) }
    time.withLock { $0 = max($0, deadline) }
  }
}
