internal import Glibc

/// A moment, or a span of time, in milliseconds: of the wall clock, and of this process's CPU time,
/// user and system together.
package struct Moment: Sendable {
  /// By the wall clock.
  package var wall: Double
  /// Of the processor, all threads together.
  package var cpu: Double

  /// The moment in which it is asked.
  package static var now: Moment {
    Moment(wall: read(CLOCK_MONOTONIC), cpu: read(CLOCK_PROCESS_CPUTIME_ID))
  }

  /// What has passed since.
  package var passed: Moment {
    let now = Self.now
    return Moment(wall: now.wall - wall, cpu: now.cpu - cpu)
  }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
