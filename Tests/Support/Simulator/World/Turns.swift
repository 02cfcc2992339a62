internal import AfterwitTestRandomness
internal import Synchronization

// Sessions that run beside each other and are still the same on every run.
//
// Problem: tasks run when the system's threads please, so a seed would not repeat. Idea: each
// session stops wherever it waits for the world, and goes on only when it is given the turn; one
// runs at a time, and the seed chooses the next among those that wait. Invariant: between two turns
// every session waits or has ended. Cost: two context switches a turn.

/// Gives the turn to one of several sessions at a time.
final class Turns: Sendable {
  fileprivate struct State {
    var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
    var running = 0
    var driver: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  /// Runs sessions, each under its index, until all have ended.
  static func run(
    _ sessions: [@Sendable (_ wait: @escaping @Sendable () async -> Void) async -> Void],
    using random: inout SeededGenerator
  ) async {
    let turns = Turns()
    turns.state.withLock { $0.running = sessions.count }
    var generator = random
    await withTaskGroup(of: Void.self) { tasks in
      for (index, session) in sessions.enumerated() {
        tasks.addTask {
          await turns.wait(as: index)
          await session { await turns.wait(as: index) }
          turns.leave()
        }
      }
      while let next = await turns.next(using: &generator) {
        next.resume()
      }
      await tasks.waitForAll()
    }
    random = generator
  }

  /// Stops until the turn comes.
  private func wait(as index: Int) async {
    await withCheckedContinuation { continuation in
      let driver = state.withLock { state in
        state.waiting[index] = continuation
        return state.stop()
      }
      driver?.resume()
    }
  }

  private func leave() {
    state.withLock { $0.stop() }?.resume()
  }

  /// Waits until nobody runs, then chooses who goes on; `nil` when all have ended.
  private func next(
    using random: inout SeededGenerator
  ) async -> CheckedContinuation<Void, Never>? {
    await withCheckedContinuation { continuation in
      let isStill = state.withLock { state in
        guard state.running > 0 else { return true }
        state.driver = continuation
        return false
      }
      if isStill { continuation.resume() }
    }
    return state.withLock { state in
      guard let index = state.waiting.keys.sorted().randomElement(using: &random) else {
        return nil
      }
      state.running = 1
      return state.waiting.removeValue(forKey: index)
    }
  }
}

extension Turns.State {
  /// Counts one session less that runs; gives the driver where it was the last.
  fileprivate mutating func stop() -> CheckedContinuation<Void, Never>? {
    running -= 1
    guard running == 0 else { return nil }
    defer { driver = nil }
    return driver
  }
}
