internal import Synchronization

/// A wall clock, and one that nobody sets beside it; both move only when told to.
package final class ManualClock: Sendable {
  private let time = Mutex<(wall: UInt64, elapsed: UInt64)>((1_800_000_000_000, 5_000_000))

  /// Milliseconds since 1970.
  package var milliseconds: UInt64 { time.withLock { $0.wall } }

  /// Milliseconds that have passed, whatever the wall clock was set to.
  package var elapsed: UInt64 { time.withLock { $0.elapsed } }

  /// Lets time pass.
  package func advance(seconds: UInt64) {
    time.withLock { time in
      time.wall += seconds * 1000
      time.elapsed += seconds * 1000
    }
  }

  /// Sets the wall clock back, while no time passes.
  package func setBack(seconds: UInt64) { time.withLock { $0.wall -= seconds * 1000 } }
}
