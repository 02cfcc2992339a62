internal import Synchronization

/// The one true time of a simulation; every wall clock in it is wrong by an amount of its own.
package final class SimulatedTime: Sendable {
  private let elapsed = Mutex<Duration>(.zero)

  /// A time that has just begun.
  package init() {}

  /// How long the simulation has run.
  package var now: Duration { elapsed.withLock { $0 } }

  /// Lets time pass.
  package func advance(by duration: Duration) {
    elapsed.withLock { $0 += duration }
  }

  /// Lets time pass up to an instant, if it still lies ahead.
  package func advance(to instant: Duration) {
    elapsed.withLock { $0 = max($0, instant) }
  }

  /// Milliseconds since 1970 by a right clock: the simulation begins on 2027-01-15.
  package var milliseconds: UInt64 {
    1_800_000_000_000 + UInt64(max(0, now / .milliseconds(1)))
  }
}

/// The clock of one session: nobody waits on it, sleeping gives way to others and moves the time.
struct SimulatedClock: Clock, Sendable {
  struct Instant: InstantProtocol {
    var offset: Duration

    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  let time: SimulatedTime
  /// Gives way to other sessions; throws where the process has died.
  let yield: @Sendable () async throws -> Void

  var now: Instant { Instant(offset: time.now) }
  var minimumResolution: Duration { .nanoseconds(1) }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try await yield()
    time.advance(to: deadline.offset)
  }
}
