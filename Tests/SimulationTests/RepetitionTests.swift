import AfterwitSimulator
import AfterwitTestThreads
import Foundation
import Testing

@Suite("A seed repeats", .patient)
struct RepetitionTests {
  /// Asks a process to print the hash of a seed's trace.
  private static let variable = "AFTERWIT_TRACE_OF"

  /// Seeds without a copied home and without anybody shut out: the keys of a new identity depend on
  /// what is held, and so on key exchanges whose randomness is the library's own.
  private static let seeds = (UInt64(1)...40).filter { seed in
    !Plan(seed: seed).steps.contains { [.clone, .exclude].contains($0.kind) }
  }

  @Test("One seed twice has one trace", arguments: seeds.prefix(8))
  func twice(seed: UInt64) async throws {
    let first = try await Run(Plan(seed: seed))
    let second = try await Run(Plan(seed: seed))
    #expect(first.trace.lines == second.trace.lines)
    #expect(first.trace.hash == second.trace.hash && first.trace.lines.count > 3)
  }

  @Test("Two seeds have two traces")
  func differs() async throws {
    let first = try await Run(Plan(seed: 1))
    let second = try await Run(Plan(seed: 2))
    #expect(first.trace.hash != second.trace.hash)
  }

  @Test("Another process has the same trace", arguments: seeds.suffix(2))
  func elsewhere(seed: UInt64) async throws {
    let own = try await Run(Plan(seed: seed)).trace.hash
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = [
      "--testing-library", "swift-testing", "--filter", "RepetitionTests/printed",
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(
      [Self.variable: "\(seed)"]) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(String(decoding: output, as: UTF8.self).contains("the trace of \(seed) is \(own)"))
  }

  @Test(
    "A trace is printed for another process",
    .enabled(if: ProcessInfo.processInfo.environment[variable] != nil))
  func printed() async throws {
    let asked = ProcessInfo.processInfo.environment[Self.variable].flatMap { UInt64($0) }
    let seed = try #require(asked)
    print("the trace of \(seed) is \(try await Run(Plan(seed: seed)).trace.hash)")
  }

  @Test(
    "The line of a shrunk run names the steps and faults that are left, and repeats it",
    arguments: [true, false])
  func line(left: Bool) async throws {
    let seed = try #require(Self.seeds.first)
    var plan = Plan(seed: seed)
    plan.steps.removeFirst()
    plan.rates = plan.rates.without(
      Set(left ? plan.rates.faults.prefix(1) : plan.rates.faults[...]))
    let run = try await Run(plan)
    let words = run.line.split(separator: " ").map(String.init)
    func value(of option: String) -> String? {
      words.firstIndex(of: option).map { words[$0 + 1] }
    }
    #expect(words.prefix(3) == ["swift", "run", "sim"] && value(of: "--seed") == "\(seed)")
    let again = try #require(
      Plan(seed: seed, onlySteps: value(of: "--steps"), onlyFaults: value(of: "--faults")))
    #expect(again.steps == plan.steps && again.rates == plan.rates)
    #expect(try await Run(again).trace.hash == run.trace.hash)
    #expect(Plan(seed: seed, onlySteps: "99", onlyFaults: nil) == nil)
    #expect(Plan(seed: seed, onlySteps: nil, onlyFaults: "rain") == nil)
  }
}
