import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import AfterwitTestRandomness
import AfterwitTestThreads
import AfterwitText
import AfterwitTextArchive
import Foundation
import Testing

@Suite("Stored histories", .patient)
struct StoredHistoryTests {
  static let forms: [(name: String, store: @Sendable (TextHistory) -> [UInt8])] = [
    ("full", { $0.fullHistory }), ("snapshot", { $0.snapshot }),
  ]

  static func open(_ bytes: [UInt8], as form: Int) throws -> TextHistory {
    form == 0 ? try TextHistory(fullHistory: bytes) : try TextHistory(snapshot: bytes)
  }

  static func repeatCommand(_ seed: UInt64) -> Comment {
    "AFTERWIT_SEED=\(seed) AFTERWIT_HISTORIES=1 swift test --filter StoredHistoryTests"
  }

  /// The events of a random history in a random order, and the generator to go on with.
  static func events(_ seed: UInt64) throws -> ([TextEvent], SeededGenerator) {
    let history = try RandomHistory(seed: seed)
    var random = SeededGenerator(seed: seed)
    return (history.admission(using: &random).events, random)
  }

  static func whole(_ events: some Sequence<TextEvent>) throws -> TextHistory {
    var history = TextHistory()
    for event in events { try history.append(event) }
    return history
  }

  @Test("a stored history opens with its text and every event, and is stored again byte for byte")
  func opensWhole() throws {
    for seed in TextConvergenceTests.seeds {
      let (events, _) = try Self.events(seed)
      let history = try Self.whole(events)
      for (form, stored) in Self.forms.enumerated() {
        let bytes = stored.store(history)
        let opened = try Self.open(bytes, as: form)
        try #require(scalars(opened.text) == scalars(history.text), Self.repeatCommand(seed))
        try #require(Array(opened.events) == Array(history.events), Self.repeatCommand(seed))
        try #require(stored.store(opened) == bytes, Self.repeatCommand(seed))
      }
    }
  }

  @Test("an opened history goes on like the original")
  func goesOn() throws {
    for seed in TextConvergenceTests.seeds {
      var (events, random) = try Self.events(seed)
      let middle = Int.random(in: 0...events.count, using: &random)
      var history = try Self.whole(events[..<middle])
      var opened = try Self.open(history.snapshot, as: 1)
      for event in events[middle...] {
        try history.append(event)
        try opened.append(event)
      }
      try #require(scalars(opened.text) == scalars(history.text), Self.repeatCommand(seed))
      try #require(opened.fullHistory == history.fullHistory, Self.repeatCommand(seed))
      events = Array(opened.events)
      try #require(events == Array(history.events), Self.repeatCommand(seed))
    }
  }

  @Test("an update brings a replica of any version to the whole, once")
  func updates() throws {
    for seed in TextConvergenceTests.seeds {
      var (events, random) = try Self.events(seed)
      let history = try Self.whole(events)
      let some = (0..<2).compactMap { _ in events.indices.randomElement(using: &random) }
      let version = history.graph.maximal(some)
      let known = history.graph.difference(version, []).onlyA.flatMap { Array($0) }
      var replica = TextHistory()
      for index in known {
        var event = events[index]
        event.parents = event.parents.compactMap { known.firstIndex(of: $0) }
        try replica.append(event)
      }
      let update = try TextUpdate(decoding: history.update(since: version).bytes)
      for _ in 0..<2 {
        try replica.merge(update)
        try #require(scalars(replica.text) == scalars(history.text), Self.repeatCommand(seed))
        try #require(replica.events.count == history.events.count, Self.repeatCommand(seed))
      }
      try replica.merge(history.update(since: []))
      try #require(replica.events.count == history.events.count, Self.repeatCommand(seed))
    }
  }

  @Test("an update that rests on what is not here is refused and changes nothing (AW-HIST-3)")
  func lacks() throws {
    var history = TextHistory()
    let author = history.author(DeviceID([UInt8](repeating: 1, count: 32)) ?? .zero)
    try history.insert("known", at: 0, by: author)
    let version = history.graph.frontier
    try history.insert("!", at: 5, by: author)
    var replica = TextHistory()
    #expect(throws: TextUpdateFailure.self) { try replica.merge(history.update(since: version)) }
    #expect(replica.events.isEmpty && replica.text.isEmpty)
  }

  @Test("texts of every script come back scalar by scalar")
  func scripts() throws {
    let words = ["plain", "größer", "日本語の文", "наш", "👩‍👩‍👧 👍🏽", "e\u{301}", "\u{10FFFF}", "مرحبا"]
    for seed in TextConvergenceTests.seeds.prefix(200) {
      var random = SeededGenerator(seed: seed)
      var history = TextHistory()
      let author = history.author(DeviceID([UInt8](repeating: 9, count: 32)) ?? .zero)
      var expected: [Unicode.Scalar] = []
      for _ in 0..<40 {
        let position = Int.random(in: 0...expected.count, using: &random)
        if Bool.random(using: &random), let word = words.randomElement(using: &random) {
          try history.insert(word, at: position, by: author)
          expected.insert(contentsOf: word.unicodeScalars, at: position)
        } else {
          let count = Int.random(in: 0...min(4, expected.count - position), using: &random)
          try history.delete(count, at: position, by: author)
          expected.removeSubrange(position..<position + count)
        }
      }
      try #require(scalars(history.text) == expected, Self.repeatCommand(seed))
      for (form, stored) in Self.forms.enumerated() {
        let opened = try Self.open(stored.store(history), as: form)
        try #require(scalars(opened.text) == expected, Self.repeatCommand(seed))
        try #require(Array(opened.events) == Array(history.events), Self.repeatCommand(seed))
      }
    }
  }

  @Test("answers and marks keep their places")
  func marks() throws {
    let hunk = HunkID(envelope: .zero, number: 3)
    let order = { TextOrder(device: .zero, number: $0, envelope: .zero) }
    let history = try Self.whole([
      TextEvent(order: order(1), parents: [], operations: [.insert(position: 0, text: "ab")]),
      TextEvent(
        order: order(2), parents: [0],
        operations: [
          .delete(position: 0, count: 1), .answer([hunk]), .insert(position: 0, text: "x"),
        ]),
      TextEvent(order: order(3), parents: [1], operations: [.answer([hunk])]),
      TextEvent(
        order: order(4), parents: [2], operations: [.same, .delete(position: 0, count: 1)]),
    ])
    for (form, stored) in Self.forms.enumerated() {
      let opened = try Self.open(stored.store(history), as: form)
      #expect(Array(opened.events) == Array(history.events))
    }
  }

  @Test("a damaged or cut history is refused (AW-HIST-1)")
  func damage() throws {
    let (events, _) = try Self.events(77)
    let history = try Self.whole(events)
    for (form, stored) in Self.forms.enumerated() {
      let bytes = stored.store(history)
      for place in bytes.indices {
        var damaged = bytes
        damaged[place] ^= 1 << UInt8(place % 8)
        #expect(throws: DecodingFailure.self) { try Self.open(damaged, as: form) }
        #expect(throws: DecodingFailure.self) {
          try Self.open(Array(bytes[..<place]), as: form)
        }
      }
    }
  }
}
