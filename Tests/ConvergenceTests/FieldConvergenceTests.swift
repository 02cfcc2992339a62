import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitMemoryFields
import AfterwitTestRandomness
import AfterwitTestThreads
import AfterwitText
import Foundation
import Testing

@Suite("Whole changes converge", .patient)
struct FieldConvergenceTests {
  static var seeds: some Sequence<UInt64> {
    let first = Effort.seed ?? 20_261_121
    return (0..<UInt64(Effort.histories(600))).lazy.map { first &+ $0 }
  }

  static func repeatCommand(_ seed: UInt64) -> Comment {
    "AFTERWIT_SEED=\(seed) AFTERWIT_HISTORIES=1 swift test --filter FieldConvergenceTests"
  }

  @Test(
    "in every order, parents first, fields hold what their definition says [AW-CAUS-3] [AW-CAUS-7] [AW-DOC-28] [AW-DOC-48] [AW-DOC-49] [AW-DOC-50]"
  )
  func convergence() throws {
    var seen = (concurrent: 0, unfit: 0, hidden: 0, strange: 0, beside: 0)
    for seed in Self.seeds {
      let history = try FieldRandomChanges(seed: seed)
      let expected = FieldOracle(history.made).picture
      var random = SeededGenerator(seed: seed)
      var views: [[UInt8]]?
      for _ in 0..<3 {
        let replica = try Self.replica(of: history, using: &random)
        try #require(replica.picture == expected, Self.repeatCommand(seed))
        try #require(replica.views == views ?? replica.views, Self.repeatCommand(seed))
        views = replica.views
        seen.concurrent += replica.shelf.graph.frontier.count > 1 ? 1 : 0
      }
      seen.unfit += history.made.contains { !$0.misfits.isEmpty } ? 1 : 0
      seen.hidden += expected.isHidden.values.contains(true) ? 1 : 0
      seen.strange += expected.notUnderstood.isEmpty ? 0 : 1
      seen.beside += expected.writes.values.contains { $0.count > 1 } ? 1 : 0
    }
    guard Effort.seed == nil else { return }
    #expect(seen.concurrent > 0 && seen.unfit > 0 && seen.hidden > 0 && seen.strange > 0)
    #expect(seen.beside > 0, "no history left two values beside each other")
  }

  @Test("authors who have met hold the same, and it is what was admitted in any order")
  func authorsWhoMet() throws {
    for seed in Self.seeds.prefix(200) {
      let history = try FieldRandomChanges(seed: seed)
      var random = SeededGenerator(seed: seed)
      let expected = try Self.replica(of: history, using: &random).views
      for var replica in history.replicas {
        for change in history.made where replica.places[change.envelope.id] == nil {
          try replica.admit(change.envelope)
        }
        try #require(replica.views == expected, Self.repeatCommand(seed))
      }
    }
  }

  @Test("a replica that merges nothing, or only what one device made, is found out")
  func mergingMatters() throws {
    var (idle, partial, all) = (0, 0, 0)
    for seed in Self.seeds.prefix(50) {
      let history = try FieldRandomChanges(seed: seed)
      let expected = FieldOracle(history.made).picture
      guard let first = history.made.first?.envelope.order.device,
        Set(history.made.map(\.envelope.order.device)).count > 1
      else { continue }
      all += 1
      for isIdle in [true, false] {
        var replica = FieldReplica { !isIdle && $0.order.device == first }
        for change in history.made { try replica.admit(change.envelope) }
        guard replica.picture != expected else { continue }
        if isIdle { idle += 1 } else { partial += 1 }
      }
    }
    guard Effort.seed == nil else { return }
    #expect(all > 0 && idle == all && partial * 10 >= all * 9)
  }

  /// A replica that admits everything in a random order, in transactions of random length.
  private static func replica(
    of history: FieldRandomChanges, using random: inout SeededGenerator
  ) throws -> FieldReplica {
    var replica = FieldReplica()
    for envelope in try history.admission(using: &random) {
      try replica.admit(envelope)
      if Int.random(in: 0..<3, using: &random) == 0 { try replica.reload() }
    }
    return replica
  }
}
