import AfterwitSimulator
import Foundation

/// Seeds played side by side until the time is over, told of once a second.
struct Playing {
  private let first: UInt64
  private let seconds: Int
  private let sabotage: Sabotage
  private let start = ContinuousClock.now
  private var told = 0
  private var seeds = 0
  private var steps: [Step.Kind: Int] = [:]

  init(first: UInt64, seconds: Int, sabotage: Sabotage) {
    (self.first, self.seconds, self.sabotage) = (first, seconds, sabotage)
  }

  /// Plays; returns the first run that broke something.
  mutating func play() async throws -> Run? {
    let failed = try await withThrowingTaskGroup(of: Run.self) { tasks in
      var next = first
      func add() {
        let seed = next
        next += 1
        tasks.addTask { [sabotage] in try await Run(Plan(seed: seed), sabotage: sabotage) }
      }
      // As many at once as there are cores.
      for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { add() }
      while let run = try await tasks.next() {
        if run.violation != nil {
          tasks.cancelAll()
          return run as Run?
        }
        note(run)
        if start.duration(to: .now) < .seconds(seconds) { add() }
      }
      return nil
    }
    if Int(start.duration(to: .now) / .seconds(1)) > told { tell() }
    return failed
  }

  private mutating func note(_ run: Run) {
    seeds += 1
    for step in run.plan.steps { steps[step.kind, default: 0] += 1 }
    let passed = Int(start.duration(to: .now) / .seconds(1))
    if passed > told {
      told = passed
      tell()
    }
  }

  private func tell() {
    let time = "\(Int(start.duration(to: .now) / .seconds(1))) s"
    let most = steps.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    let shown = most.prefix(5).map { "\($0.key.rawValue) \($0.value)" }
    let rest = most.dropFirst(5).reduce(0) { $0 + $1.value }
    print(
      String(repeating: " ", count: max(0, 7 - time.count)) + time
        + "  \(seeds) seeds from \(first): " + (shown + ["other \(rest)"]).joined(separator: ", "))
  }
}
