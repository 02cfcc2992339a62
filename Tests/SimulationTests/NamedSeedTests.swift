import AfterwitSimulator
import Testing

/// A run that once failed, and what it found.
struct NamedSeed: Sendable, CustomStringConvertible {
  let description: String
  let seed: UInt64
  /// Which of its steps and faults it takes, where it does not take all.
  var settings: [String: String] = [:]

  static let all = [
    NamedSeed(
      description: "a member that never synced is given a code, and has nothing to found with",
      seed: 89,
      settings: ["AFTERWIT_STEPS": "2,18", "AFTERWIT_FAULTS": "wipe"])
  ]
}

@Suite("What the simulator found stays found")
struct NamedSeedTests {
  @Test("a named seed", arguments: NamedSeed.all)
  func holds(_ named: NamedSeed) async throws {
    var settings = named.settings
    settings["AFTERWIT_SEED"] = "\(named.seed)"
    let run = try await Run(Settings(settings, count: 1).plan(of: named.seed))
    #expect(run.violation == nil, "\(run.line)")
  }
}
