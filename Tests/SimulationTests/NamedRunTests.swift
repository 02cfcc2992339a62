import AfterwitSimulator
import AfterwitTestThreads
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
    NamedRun(
      description: "what is saved after a doubt does not rest on what the disk has refused",
      plan: Plan(
        seed: 2906, machines: 2, isFresh: false,
        rates: rates([.tear: 600, .failedSync: 250, .reorder: 500]),
        steps: [(.clash, 9), (.write, 0), (.write, 2), (.sync, 7)], numbers: [4, 8, 12, 15])),
    NamedRun(
      description: "nor where a session was refused, and the process died",
      plan: Plan(
        seed: 3130, machines: 2, isFresh: false,
        rates: rates([.busy: 80, .crash: 80, .tear: 250, .failedSync: 250, .reorder: 500]),
        steps: [(.write, 7), (.sync, 2), (.sync, 4), (.write, 7), (.sync, 7)],
        numbers: [1, 3, 5, 11, 12])),
    NamedRun(
      description: "nor where two processes died, and the power failed when a third synced",
      plan: Plan(
        seed: 8403, machines: 2, isFresh: false,
        rates: rates([.crash: 20, .tear: 600, .failedSync: 80]),
        steps: [(.clash, 6), (.sync, 4), (.clash, 3), (.sync, 2)], numbers: [2, 3, 6, 7])),
    NamedRun(
      description: "nor where the session that was refused had not begun",
      plan: Plan(
        seed: 11843, machines: 3, isFresh: false,
        rates: rates([.drop: 80, .crash: 20, .tear: 600, .failedSync: 80]),
        steps: [(.rest, 0), (.clash, 11), (.rest, 3), (.sync, 8), (.write, 8), (.sync, 11)],
        numbers: [0, 2, 8, 9, 10, 16])),
    NamedRun(
      description: "who keeps both sides may type a mark twice, beside one who keeps one of them",
      plan: Plan(
        seed: 5053, machines: 4, isFresh: false, rates: rates([.reorder: 500, .pairing: 80]),
        steps: [(.clash, 4), (.sync, 8), (.sync, 7), (.clash, 5), (.pair, 7), (.clash, 9)],
        numbers: [2, 3, 10, 12, 15, 17])),
    NamedRun(
      description: "an editor saves what was said meanwhile: the copy that goes is not the edit",
      plan: Plan(
        seed: 18096, machines: 3, isFresh: false, rates: rates([:]),
        steps: [(.open, 2), (.write, 2), (.save, 2)], numbers: [0, 5, 8])),
    NamedRun(
      description: "an entry that is deleted tells of no review, and may hold a correction twice",
      plan: Plan(
        seed: 31561, machines: 4, isFresh: false, rates: rates([.reorder: 500]),
        steps: [
          (.clash, 3), (.sync, 3), (.write, 0), (.clash, 3), (.rest, 1), (.rest, 3), (.sync, 3),
          (.sync, 3),
        ], numbers: [0, 2, 3, 7, 10, 13, 16, 17])),
  ]

  private static func rates(_ given: [Fault: Int]) -> FaultRates {
    var rates = FaultRates()
    for (fault, rate) in given { rates[fault] = rate }
    return rates
  }
}

@Suite("What the simulator found stays found", .patient)
struct NamedRunTests {
  @Test("A named run", arguments: NamedRun.all)
  func holds(_ named: NamedRun) async throws {
    let run = try await Run(named.plan)
    #expect(run.violation == nil, "\(run.trace.lines.joined(separator: "\n"))")
  }
}
