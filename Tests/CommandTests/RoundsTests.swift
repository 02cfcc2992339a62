import AfterwitProcesses
import Foundation
import Testing

@Suite("Rounds of writing apart and meeting", .serialized, .hangLimit)
struct RoundsTests {
  private static let entries = number("AFTERWIT_ENTRIES") ?? 24
  private static let rounds = number("AFTERWIT_ROUNDS") ?? 4
  private static let seed = UInt64(number("AFTERWIT_SEED") ?? 3)
  private static let again: Comment =
    """
    AFTERWIT_SEED=\(seed) AFTERWIT_ROUNDS=\(rounds) AFTERWIT_ENTRIES=\(entries) \
    swift test --no-parallel --filter RoundsTests
    """

  @Test("Three devices, killed processes, a relay killed and stopped: one digest, nothing lost")
  func rounds() async throws {
    let start = ContinuousClock.now
    let played = try await Self.play(entries: Self.entries, rounds: Self.rounds, seed: Self.seed)
    #expect(played.failures.isEmpty, "\(played.failures.joined(separator: "\n"))\n\(Self.again)")
    #expect(played.figures.kills > 0 && !played.figures.opened.isEmpty, Self.again)
    if Self.number("AFTERWIT_ROUNDS") != nil {
      print(Self.page(of: played), "seconds   \(start.duration(to: .now))", separator: "\n")
    }
  }

  @Test("An edit that was acknowledged and not saved is found")
  func savedNothing() async throws {
    let played = try await Self.play(entries: 4, rounds: 1, seed: 1, lie: .savedNothing)
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
        stage: Stage(scratch: scratch), entries: entries, rounds: rounds, seed: seed, lie: lie)
      try await played.play()
      return played
    }
  }

  private static func page(of played: Rounds) -> String {
    let figures = played.figures
    return """
      commands  \(figures.commands)
      kills     \(figures.kills), of them in sync \(figures.syncKills)
      relay     stopped \(figures.relayStops), killed \(figures.relayKills)
      opened    \(figures.opened.count) parts of reviews
      resolved  \(figures.resolved.values.reduce(0, +)): \(figures.resolved.sorted { $0.key < $1.key })
      at last   \(figures.decided) reviews decided
      entries   \(played.ledger.entries.count), markers that must stand \(played.ledger.standingCount)
      """
  }

  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }
}
