import AfterwitProcesses
import AfterwitTestRandomness
import Foundation
import Testing

@Suite("Rounds of writing apart and meeting", .hangLimit)
struct RoundsTests {
  private static let entries = Effort.entries
  private static let rounds = Effort.rounds
  private static let seed = Effort.seed ?? 3
  private static let again: Comment =
    """
    AFTERWIT_SEED=\(seed) AFTERWIT_ROUNDS=\(rounds) AFTERWIT_ENTRIES=\(entries) \
    swift test --filter RoundsTests
    """

  @Test("Three devices, killed processes, a relay killed and stopped: one digest, nothing lost")
  func rounds() async throws {
    let start = ContinuousClock.now
    let played = try await Self.play(entries: Self.entries, rounds: Self.rounds, seed: Self.seed)
    #expect(played.failures.isEmpty, "\(played.failures.joined(separator: "\n"))\n\(Self.again)")
    #expect(played.figures.kills > 0 && !played.figures.opened.isEmpty, Self.again)
    Effort.report(Self.sentence(on: played, in: start.duration(to: .now)))
  }

  @Test("An edit that was acknowledged and not saved is found")
  func savedNothing() async throws {
    let played = try await Self.play(entries: 4, rounds: 1, seed: 2, lie: .savedNothing)
    #expect(played.failures.contains { $0.contains("is gone") }, "\(played.failures)")
  }

  @Test("A device that did not sync is found")
  func missedSync() async throws {
    let played = try await Self.play(entries: 4, rounds: 1, seed: 1, lie: .missedSync)
    #expect(played.failures.contains { $0.contains("digest differ") }, "\(played.failures)")
  }

  /// Plays rounds on a stage of their own.
  private static func play(
    entries: Int, rounds: Int, seed: UInt64, lie: Rounds.Lie? = nil
  ) async throws -> Rounds {
    try await Scratch.with { scratch in
      let editor = "#!/bin/sh\nprintf '\\n%s' \"$TEXT\" >>\"$1\"\n"
      let path = try scratch.write(editor.utf8, to: "editor")
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
      var played = Rounds(
        stage: Stage(scratch: scratch, isAhead: true), entries: entries, rounds: rounds, seed: seed,
        lie: lie)
      try await played.play()
      return played
    }
  }

  private static func sentence(on played: Rounds, in time: Duration) -> String {
    let figures = played.figures
    let resolved = figures.resolved.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    return """
      \(rounds) rounds that began with \(entries) entries (seed \(seed)): \
      \(figures.commands) commands, \(figures.kills) killed, \(figures.syncKills) of them in sync; \
      the relay stopped \(figures.relayStops) times and killed \(figures.relayKills) times; \
      \(figures.opened.count) parts of reviews opened, resolved \(resolved.joined(separator: ", ")); \
      \(figures.decided) reviews decided at last; \(played.ledger.entries.count) entries and \
      \(played.ledger.standingCount) markers stand; \(time / .seconds(1)) s
      """
  }
}
