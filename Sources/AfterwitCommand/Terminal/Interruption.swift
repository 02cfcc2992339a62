internal import Glibc
internal import Synchronization

/// Runs a body in a task of its own, which an interrupt from the terminal or SIGTERM cancels.
///
/// The body then ends as after any failure, so everything that it started is stopped and removed.
/// - Parameters:
///   - failure: what is thrown then; ``Interrupted`` where nothing else is given.
///   - look: how often to look for a signal.
///   - body: gets the watch, which it may end while the person is asked something.
func untilInterrupted(
  failing failure: @escaping @Sendable (_ signal: Int32) -> any Error = {
    Interrupted(signal: $0, failure: nil)
  },
  every look: Duration = .milliseconds(50),
  _ body: @escaping @Sendable (SignalWatch) async throws -> Void
) async throws {
  let watch = SignalWatch()
  watch.begin()
  defer { watch.end() }
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { try await body(watch) }
    group.addTask {
      while true {
        if let signal = watch.arrived { throw failure(signal) }
        try await Task.sleep(for: look)
      }
    }
    defer { group.cancelAll() }
    try await group.next()
  }
}

/// Which signal has come, of those that would end the process, since the watch began.
///
/// A signal that the process was started to ignore, as below `nohup`, stays ignored.
struct SignalWatch: Sendable {
  private static let numbers = [SIGINT, SIGTERM]
  private static let last = Atomic<Int32>(0)

  /// The signal that has come.
  var arrived: Int32? {
    let number = Self.last.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Watches from now on.
  func begin() {
    for number in Self.numbers {
      let before = signal(number) { SignalWatch.last.store($0, ordering: .relaxed) }
      if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }

  /// Lets the signals end the process again.
  func end() {
    for number in Self.numbers {
      let watched = signal(number, SIG_DFL)
      if unsafeBitCast(watched, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      }
    }
  }
}
