import AfterwitSimulator
import ArgumentParser
import Foundation

/// Plays journals of several machines in a world where all goes wrong, seed after seed, and checks
/// what has to hold.
@main
struct Sim: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sim",
    abstract: "Plays journals of several machines in a world where all goes wrong.",
    discussion: """
      Machines write, sync, crash, lose power, fill their disks and shut each other out; networks \
      drop and reorder; the relay forgets. Then all is healed, and must hold the same, show the \
      same and have lost nothing. A line a second says what was played. A seed that fails is made \
      as small as it gets, and ends the run with exit code 1 and the line that repeats it.

      EXAMPLES
        swift run sim                           ten seconds, seeds are drawn
        swift run sim --seed 5053 --seconds 60  a minute, from this seed on
        swift run sim --seed 5053               this seed alone, told step by step
      """)

  @Option(help: "The seed to play, or with --seconds the first of them.")
  var seed: UInt64?
  @Option(help: "For how long to play.")
  var seconds: Int?
  @Option(help: "Of a seed, only these of its steps: their numbers, with commas.")
  var steps: String?
  @Option(help: "Of a seed, only these of its faults: their names with commas, or none.")
  var faults: String?
  @Flag(help: "Let disks only say that they have synced, to see that it is found.")
  var lyingDisks = false

  func validate() throws {
    guard seconds == nil || steps == nil && faults == nil else {
      throw ValidationError("--steps and --faults are parts of one seed: leave --seconds out.")
    }
    guard seed != nil || steps == nil && faults == nil else {
      throw ValidationError("Of which seed? Add --seed.")
    }
    guard seconds.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--seconds takes a whole number above 0.")
    }
    _ = try plan(of: seed ?? 1)
  }

  func run() async throws {
    if let seed, seconds == nil {
      let run = try await Run(plan(of: seed), sabotage: sabotage)
      print(run.trace.lines.joined(separator: "\n"))
      guard run.violation == nil else { throw ExitCode.failure }
      return print("Seed \(seed) keeps every invariant.")
    }
    let first = seed ?? UInt64.random(in: 1...UInt64(UInt32.max))
    var playing = Playing(first: first, seconds: seconds ?? 10, sabotage: sabotage)
    if let failed = try await playing.play() {
      print("Seed \(failed.plan.seed) fails. It is being made smaller …")
      let smallest = try await failed.shrunk(sabotage: sabotage)
      print(smallest.trace.lines.joined(separator: "\n"))
      print("Repeat it with: \(smallest.line)" + (lyingDisks ? " --lying-disks" : ""))
      throw ExitCode.failure
    }
  }

  private var sabotage: Sabotage {
    var sabotage = Sabotage()
    sabotage.disksLie = lyingDisks
    return sabotage
  }

  private func plan(of seed: UInt64) throws -> Plan {
    guard let plan = Plan(seed: seed, onlySteps: steps, onlyFaults: faults) else {
      throw ValidationError(
        "Seed \(seed) has other steps and faults: "
          + Plan(seed: seed).rates.faults.map(\.rawValue).joined(separator: ", ") + ".")
    }
    return plan
  }
}
