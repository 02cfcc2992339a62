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
        steps: [(.wipe, 1), (.code, 1)])),
    NamedRun(
      description: "a change whose commit failed is not found after the process was killed",
      plan: Plan(
        seed: 12024, machines: 3, isFresh: false, rates: rates([.crash: 20, .failedSync: 80]),
        steps: [(.rebuild, 2), (.write, 11), (.crash, 8)], numbers: [2, 4, 8])),
    NamedRun(
      description: "nor is one of a device that has never synced",
      plan: Plan(
        seed: 13422, machines: 2, isFresh: true, rates: rates([.crash: 20, .failedSync: 250]),
        steps: [(.write, 8), (.write, 0), (.crash, 0)], numbers: [0, 2, 3])),
    NamedRun(
      description: "nor after the power failed during a session",
      plan: Plan(
        seed: 12331, machines: 3, isFresh: false,
        rates: rates([.crash: 80, .tear: 600, .failedSync: 250]),
        steps: [(.sync, 10), (.sync, 9), (.clash, 1), (.sync, 6)], numbers: [10, 12, 15, 17])),
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
