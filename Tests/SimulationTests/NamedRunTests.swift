import AfterwitSimulator
import Testing

/// A run that once failed, and what it found.
struct NamedRun: Sendable, CustomStringConvertible {
  let description: String
  let plan: Plan

  static let all = [
    NamedRun(
      description: "a member that never synced is given a code, and has nothing to found with",
      plan: Plan(
        seed: 89, machines: 2, isFresh: true, rates: rates([.wipe: 50]),
        steps: [(.wipe, 1), (.code, 1)]))
  ]

  private static func rates(_ given: [Fault: Int]) -> FaultRates {
    var rates = FaultRates()
    for (fault, rate) in given { rates[fault] = rate }
    return rates
  }
}

@Suite("What the simulator found stays found")
struct NamedRunTests {
  @Test("A named run", arguments: NamedRun.all)
  func holds(_ named: NamedRun) async throws {
    let run = try await Run(named.plan)
    #expect(run.violation == nil, "\(run.trace.lines.joined(separator: "\n"))")
  }
}
