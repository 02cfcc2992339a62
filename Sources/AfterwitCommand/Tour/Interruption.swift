internal import Glibc
internal import Synchronization

/// Runs a body in a task of its own, which an interrupt from the terminal or SIGTERM cancels.
///
/// The body then ends as after any failure, so everything that it started is stopped and removed.
func untilInterrupted(_ body: @escaping @Sendable () async throws -> Void) async throws {
  let watch = SignalWatch()
  defer { watch.end() }
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { try await body() }
    group.addTask {
      while !watch.hasArrived { try await Task.sleep(for: .milliseconds(50)) }
      throw TourFailure.failure("The tour was interrupted.")
    }
    defer { group.cancelAll() }
    try await group.next()
  }
}

/// Whether an interrupt or SIGTERM has arrived since the watch began.
private struct SignalWatch: Sendable {
  private static let flag = Atomic(false)

  init() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in SignalWatch.flag.store(true, ordering: .relaxed) }
    }
  }

  var hasArrived: Bool { Self.flag.load(ordering: .relaxed) }

  func end() {
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}
