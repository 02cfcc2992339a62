import AfterwitCausality
import AfterwitDocument
import AfterwitReference
import AfterwitTestRandomness
import AfterwitTestThreads
import AfterwitText
import Foundation
import Testing

@Suite("Text converges", .patient)
struct TextConvergenceTests {
  /// The seeds of this run: a thousand from a fixed one unless the environment says otherwise.
  static var seeds: some Sequence<UInt64> {
    let first = Effort.seed ?? 20_261_121
    return (0..<UInt64(Effort.histories(1000))).lazy.map { first &+ $0 }
  }

  static func repeatCommand(_ seed: UInt64) -> Comment {
    "AFTERWIT_SEED=\(seed) AFTERWIT_HISTORIES=1 swift test --filter TextConvergenceTests"
  }

  @Test("in every order of admission the engine shows what the reference shows")
  func engineMatchesReference() throws {
    var mergedDifferently = 0
    for seed in Self.seeds {
      let history = try RandomHistory(seed: seed)
      var reference = ReferenceText()
      for event in history.events { reference.append(event.event) }
      let expected = scalars(reference.text)
      for ending in history.endings {
        try #require(
          scalars(ending.text) == scalars(reference.text(at: ending.version)),
          Self.repeatCommand(seed))
      }
      var random = SeededGenerator(seed: seed)
      for _ in 0..<3 {
        let (_, events) = history.admission(using: &random)
        let shown = try replay(events, seed: seed)
        try #require(scalars(shown.text) == expected, Self.repeatCommand(seed))
      }
      let unmerged = history.endings.contains { scalars($0.text) != expected }
      mergedDifferently += unmerged ? 1 : 0
    }
    #expect(mergedDifferently > 0, "no history merged anything")
  }

  @Test("every past version shows what the reference shows there")
  func pastVersionsMatchReference() throws {
    for seed in Self.seeds.prefix(100) {
      let history = try RandomHistory(seed: seed, steps: 4...16)
      var random = SeededGenerator(seed: seed)
      let (_, events) = history.admission(using: &random)
      var reference = ReferenceText()
      var engine = TextHistory()
      for event in events {
        reference.append(event)
        try engine.append(event)
      }
      for _ in 0..<8 where !events.isEmpty {
        let some = (0..<3).map { _ in Int.random(in: events.indices, using: &random) }
        let version = engine.graph.maximal(some)
        try #require(
          scalars(engine.text(at: version)) == scalars(reference.text(at: version)),
          Self.repeatCommand(seed))
      }
      #expect(engine.text(at: []).isEmpty)
    }
  }

  @Test("the reference itself does not depend on the order of admission")
  func referenceConverges() throws {
    for seed in Self.seeds.prefix(100) {
      let history = try RandomHistory(seed: seed, steps: 4...16)
      var random = SeededGenerator(seed: seed)
      let texts = (0..<3).map { _ in
        var reference = ReferenceText()
        for event in history.admission(using: &random).events { reference.append(event) }
        return scalars(reference.text)
      }
      #expect(texts.allSatisfy { $0 == texts[0] }, Self.repeatCommand(seed))
    }
  }

  @Test("a scalar is shown exactly when nobody who saw it deleted it")
  func nothingIsLost() throws {
    for seed in Self.seeds {
      let history = try RandomHistory(seed: seed, isEveryScalarNew: true)
      var typed: Set<Unicode.Scalar> = []
      var deleted: Set<Unicode.Scalar> = []
      for made in history.events {
        var text = scalars(made.textBefore)
        for operation in made.event.operations {
          switch operation {
          case .insert(let position, let inserted):
            typed.formUnion(inserted.unicodeScalars)
            text.insert(contentsOf: inserted.unicodeScalars, at: position)
          case .delete(let position, let count):
            deleted.formUnion(text[position..<position + count])
            text.removeSubrange(position..<position + count)
          case .answer, .same: break
          }
        }
      }
      var random = SeededGenerator(seed: seed)
      let shown = scalars(try replay(history.admission(using: &random).events, seed: seed).text)
      #expect(Set(shown) == typed.subtracting(deleted), Self.repeatCommand(seed))
      #expect(Set(shown).count == shown.count, Self.repeatCommand(seed))
    }
  }

  @Test("a history restored from its events and text goes on like the original")
  func restoredHistoriesGoOn() throws {
    for seed in Self.seeds.prefix(200) {
      let history = try RandomHistory(seed: seed)
      var random = SeededGenerator(seed: seed)
      let (_, events) = history.admission(using: &random)
      var original = TextHistory()
      for event in events {
        if Int.random(in: 0..<4, using: &random) == 0 {
          original = TextHistory(events: original.events, text: original.text)
        }
        try original.append(event)
      }
      let whole = try replay(events, seed: seed)
      #expect(scalars(original.text) == scalars(whole.text), Self.repeatCommand(seed))
    }
  }

  @Test("each rule of the order decides some history", arguments: Departure.allCases)
  func everyRuleMatters(departure: Departure) throws {
    let differing = try (0..<2000 as Range<UInt64>).first { seed in
      let history = try RandomHistory(seed: seed, isEveryScalarNew: true)
      var departing = ReferenceText(departures: [departure])
      for event in history.events { departing.append(event.event) }
      var engine = TextHistory()
      for event in history.events { try engine.append(event.event) }
      return scalars(engine.text) != scalars(departing.text)
    }
    #expect(differing != nil, "no history depends on the rule that \(departure) breaks")
  }

  @Test("an event that does not fit its parents is refused and changes nothing")
  func misfitsChangeNothing() throws {
    for seed in Self.seeds.prefix(200) {
      let history = try RandomHistory(seed: seed)
      guard let last = history.events.last?.event else { continue }
      var engine = TextHistory()
      for event in history.events.dropLast() { try engine.append(event.event) }
      let before = scalars(engine.text)
      let length = scalars(engine.text(at: last.parents)).count
      for misfit in [
        TextOperation.insert(position: length + 1, text: "x"),
        .insert(position: -1, text: "x"),
        .delete(position: length, count: 1),
        .delete(position: 0, count: -1),
        .delete(position: 0, count: .max),
        .delete(position: .max, count: .max),
      ] {
        var event = last
        event.operations = [.insert(position: length, text: ""), misfit]
        #expect(throws: TextMisfit(operation: 1), Self.repeatCommand(seed)) {
          try engine.append(event)
        }
      }
      #expect(scalars(engine.text) == before, Self.repeatCommand(seed))
      #expect(engine.events.count == history.events.count - 1)
      try engine.append(last)
      let whole = try replay(history.events.map(\.event), seed: seed)
      #expect(scalars(engine.text) == scalars(whole.text), Self.repeatCommand(seed))
    }
  }

  /// Appends events one by one, and checks that each patch turns the old text into the new one.
  private func replay(_ events: [TextEvent], seed: UInt64) throws -> TextHistory {
    var engine = TextHistory()
    var patched: [Unicode.Scalar] = []
    for event in events {
      for operation in try engine.append(event) {
        switch operation {
        case .insert(let position, let text):
          patched.insert(contentsOf: text.unicodeScalars, at: position)
        case .delete(let position, let count):
          patched.removeSubrange(position..<position + count)
        case .answer, .same: break
        }
      }
    }
    try #require(scalars(engine.text) == patched, Self.repeatCommand(seed))
    return engine
  }
}

/// The scalars of a text, to compare without canonical equivalence.
func scalars(_ text: String) -> [Unicode.Scalar] {
  Array(text.unicodeScalars)
}
