import AfterwitSimulator
import Foundation
import Testing

@Suite("Random runs keep every invariant")
struct SeedTests {
  @Test("seeds")
  func seeds() async throws {
    let count = ProcessInfo.processInfo.environment["AFTERWIT_SEEDS"].flatMap(UInt64.init) ?? 20
    let start = ContinuousClock.now
    var failed = 0
    for seed in 1...count {
      let run = try await Run(Plan(seed: seed))
      if let violation = run.violation {
        failed += 1
        if failed < 12 {
          print(seed, run.trace.hash, violation, run.plan.steps.count, run.plan.rates.faults.map(\.rawValue))
        }
      }
    }
    print("failed", failed, "of", count, (start.duration(to: .now) / Int(count)) / .milliseconds(1), "ms a run")
  }
}

@Suite("A run repeated")
struct RepeatedRun {
  @Test("repeat")
  func again() async throws {
    guard let seed = ProcessInfo.processInfo.environment["AFTERWIT_SEED"].flatMap(UInt64.init) else { return }
    let run = try await Run(Plan(seed: seed))
    guard run.violation != nil else { print("holds", run.trace.hash); return }
    let small = try await run.shrunk()
    for line in small.trace.lines { print(line) }
    print(small.line)
  }
}
