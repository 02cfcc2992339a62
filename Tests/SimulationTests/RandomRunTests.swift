import AfterwitSimulator
import AfterwitTestRandomness
import AfterwitTestThreads
import Foundation
import Testing

@Suite("Random runs keep every invariant", .patient)
struct RandomRunTests {
  @Test("Whatever happens, in the end all hold the same, show the same, and nothing is lost")
  func seeds() async throws {
    let settings = Settings(ProcessInfo.processInfo.environment, count: Effort.seeds)
    let start = ContinuousClock.now
    let violations = try await withThrowingTaskGroup(of: Int.self) { tasks in
      var seeds = settings.seeds.makeIterator()
      // As many at once as there are threads for such tests.
      for _ in 0...ProcessInfo.processInfo.activeProcessorCount {
        guard let seed = seeds.next() else { break }
        tasks.addTask { try await Self.run(seed, settings) }
      }
      var found = 0
      while let more = try await tasks.next() {
        found += more
        // A few failures tell as much as many.
        guard found < 5, let seed = seeds.next() else { continue }
        tasks.addTask { try await Self.run(seed, settings) }
      }
      return found
    }
    let seconds = start.duration(to: .now) / .seconds(1)
    Effort.report(
      "seeds \(settings.seeds) of the simulator in \(seconds) s, \(violations) failed")
  }

  /// Runs a seed, and where it fails shows the smallest one that does; how many failed.
  private static func run(_ seed: UInt64, _ settings: Settings) async throws -> Int {
    let run = try await Run(Plan(seed: seed))
    if settings.isRepetition { print(run.trace.lines.joined(separator: "\n")) }
    guard let violation = run.violation else { return 0 }
    let smallest = try await run.shrunk()
    let lines = smallest.trace.lines.joined(separator: "\n")
    Issue.record("\(violation)\n\(lines)\nrepeat with: \(smallest.line)")
    return 1
  }
}
