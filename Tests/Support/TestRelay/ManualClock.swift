internal import Synchronization

/// A wall clock that moves only when told to.
package final class ManualClock: Sendable {
  private let time = Mutex<UInt64>(1_800_000_000_000)

  /// Milliseconds since 1970.
  package var milliseconds: UInt64 { time.withLock { $0 } }

  /// Lets time pass.
  package func advance(seconds: UInt64) { time.withLock { $0 += seconds * 1000 } }
}
