import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitMemoryFields
import AfterwitTestRandomness
import AfterwitTestThreads
import AfterwitText
import Foundation
import Testing

@Suite("What is taken back weighs nothing", .patient)
struct UndoConvergenceTests {
  static var seeds: some Sequence<UInt64> {
    let first = Effort.seed ?? 20_261_130
    return (0..<UInt64(Effort.histories(300))).lazy.map { first &+ $0 }
  }

  static func repeatCommand(_ seed: UInt64) -> Comment {
    "AFTERWIT_SEED=\(seed) AFTERWIT_HISTORIES=1 swift test --filter UndoConvergenceTests"
  }

  @Test("a change that nobody built on, taken back, leaves what its absence leaves [AW-DOC-47]")
  func weightless() throws {
    var tried = 0
    for seed in Self.seeds {
      let history = try FieldRandomChanges(seed: seed)
      var random = SeededGenerator(seed: seed)
      let ends = history.made.indices.filter { index in
        // No write of a kind is void, and so it weighs.
        !history.made[index].isMalformed
          && !history.made[index].blocks.contains { $0.key.field == .kind }
          && !history.made.contains { $0.ancestors.contains(index) }
      }
      guard let end = ends.randomElement(using: &random) else { continue }
      tried += 1
      var without = FieldReplica()
      var with = FieldReplica()
      for (index, change) in history.made.enumerated() {
        if index != end { try without.admit(change.envelope) }
        try with.admit(change.envelope)
      }
      try with.undo([history.made[end].envelope.id], by: 77)
      try #require(without.views == with.views, Self.repeatCommand(seed))
    }
    guard Effort.seed == nil else { return }
    #expect(tried > 0)
  }

  @Test("undo and redo are the identity, in any number, on any change [AW-DOC-47]")
  func identity() throws {
    for seed in Self.seeds {
      let history = try FieldRandomChanges(seed: seed)
      var random = SeededGenerator(seed: seed)
      var replica = FieldReplica()
      for change in history.made { try replica.admit(change.envelope) }
      let before = (replica.views, replica.picture)
      var undos: [EnvelopeID] = []
      for number in 0..<Int.random(in: 1...3, using: &random) {
        guard let change = history.made.randomElement(using: &random) else { continue }
        undos.append(try replica.undo([change.envelope.id], by: UInt8(90 + number)))
      }
      try replica.undo(undos, by: 99)
      try #require(replica.picture == before.1, Self.repeatCommand(seed))
      try #require(replica.views == before.0, Self.repeatCommand(seed))
    }
  }

  @Test("everything taken back, in any order, shows nothing and asks nothing [AW-DOC-47]")
  func everything() throws {
    for seed in Self.seeds {
      let history = try FieldRandomChanges(seed: seed)
      for order in 0..<2 {
        var random = SeededGenerator(seed: seed &+ UInt64(order))
        var replica = FieldReplica()
        for envelope in try history.admission(using: &random) { try replica.admit(envelope) }
        let own = history.made.filter { $0.undone.isEmpty }.map(\.envelope.id)
        let undos = history.made.filter { !$0.undone.isEmpty }.map(\.envelope.id)
        // What was taken back, and brought back, before is no matter.
        for (number, change) in (own.shuffled(using: &random) + undos).enumerated() {
          guard own.contains(change) else { continue }
          let isVoid = replica.isVoid(change)
          if !isVoid { try replica.undo([change], by: UInt8(100 + number % 100)) }
        }
        let isAllHidden = replica.shelf.presences.values.allSatisfy { $0.isHidden }
        try #require(isAllHidden && replica.views.isEmpty, Self.repeatCommand(seed))
        // What was a list keeps its places, and what is of a kind its kind, for an entry that is gone.
        let shown = replica.shelf.states.filter { key, state in
          if case .list = state.value { false } else { key.field != .kind && state.view != nil }
        }
        try #require(shown.isEmpty, Self.repeatCommand(seed))
        try #require(replica.openPartCount == 0, Self.repeatCommand(seed))
      }
    }
  }
}
