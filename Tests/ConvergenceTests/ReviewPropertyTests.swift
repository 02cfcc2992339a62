import AfterwitCausality
import AfterwitDocument
import AfterwitReference
import AfterwitTestRandomness
import AfterwitTestThreads
import AfterwitText
import Foundation
import Testing

@Suite("What opens a review, and what does not", .patient)
struct ReviewPropertyTests {
  static func repeatCommand(_ seed: UInt64) -> Comment {
    "AFTERWIT_SEED=\(seed) AFTERWIT_HISTORIES=1 swift test --filter ReviewPropertyTests"
  }

  @Test("edits that had all seen each other open nothing")
  func sequentialEdits() throws {
    for seed in ReviewOracleTests.seeds {
      let history = try ReviewHistory(seed: seed, isSequential: true)
      let reviews = ReferenceReviews(events: history.scene.events)
      #expect(reviews.conflicts.isEmpty && reviews.twins.isEmpty, Self.repeatCommand(seed))
    }
  }

  @Test("sentences changed inside, each by another device, open nothing")
  func disjointSentences() throws {
    for seed in ReviewOracleTests.seeds {
      var random = SeededGenerator(seed: seed)
      let text = Prose(using: &random)
      let order = text.sentences.indices.shuffled(using: &random)
      var scene = ReviewScene()
      try scene.save(by: 9, after: [], text.string)
      for (device, sentence) in order.prefix(3).enumerated() {
        var copy = text
        let count = copy.sentences[sentence].count
        let word = Int.random(in: 1..<count - 1, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: copy.sentences[sentence][word] = "NEW"
        case 1: copy.sentences[sentence].insert("NEW", at: word)
        default: copy.sentences[sentence].remove(at: word)
        }
        try scene.save(by: UInt8(device), after: [0], copy.string)
      }
      #expect(scene.reviews().conflicts.isEmpty, Self.repeatCommand(seed))
    }
  }

  @Test("one word or two neighbours, each replaced by another device, are one open part")
  func overlappingWords() throws {
    for seed in ReviewOracleTests.seeds {
      var random = SeededGenerator(seed: seed)
      let text = Prose(using: &random)
      let sentence = text.sentences.indices.randomElement(using: &random) ?? 0
      let word = Int.random(in: 0..<text.sentences[sentence].count - 1, using: &random)
      var (one, other) = (text, text)
      one.sentences[sentence][word] = "NEW"
      other.sentences[sentence][word + Int.random(in: 0...1, using: &random)] = "VERY"
      var scene = ReviewScene()
      try scene.save(by: 9, after: [], text.string)
      try scene.save(by: 1, after: [0], one.string)
      try scene.save(by: 2, after: [0], other.string)
      let parts = scene.reviews().parts
      #expect(parts.count == 1 && parts.allSatisfy { $0.isOpen }, Self.repeatCommand(seed))
    }
  }

  @Test("an open part asks between texts that differ, whatever was answered before [AW-DOC-23]")
  func severalSides() throws {
    for seed in ReviewOracleTests.seeds {
      let history = try ReviewHistory(seed: seed)
      var reviews = TextReviews(history.scene.history)
      let conflicts = reviews.meetings().conflicts
      for part in reviews.parts(of: conflicts) where part.isOpen {
        #expect(part.sides.count > 1, Self.repeatCommand(seed))
      }
    }
  }

  @Test("the same edits on several devices open nothing, and taking copies out gives the text")
  func sameEdits() throws {
    for seed in ReviewOracleTests.seeds.prefix(30) {
      var random = SeededGenerator(seed: seed)
      let text = Prose(using: &random)
      var edited = text
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let sentence = text.sentences.indices.randomElement(using: &random) ?? 0
        let word = text.sentences[sentence].indices.randomElement(using: &random) ?? 0
        edited.sentences[sentence][word] = ["NEW", "VERY"].randomElement(using: &random) ?? ""
      }
      var scene = ReviewScene()
      try scene.save(by: 9, after: [], text.string)
      let devices = Array(1...UInt8.random(in: 2...3, using: &random))
      for device in devices { try scene.save(by: device, after: [0], edited.string) }
      while try scene.clean(by: 1, after: scene.history.graph.frontier) != nil {}
      #expect(scene.reviews().conflicts.isEmpty, Self.repeatCommand(seed))
      #expect(scalars(scene.history.text) == scalars(edited.string), Self.repeatCommand(seed))
    }
  }
}

/// Sentences of a few words, no two words of a sentence alike.
private struct Prose {
  var sentences: [[String]]
  private let gap: String

  init(using random: inout SeededGenerator) {
    let words = ["one", "two", "three", "don’t", "cafe\u{301}", "👍🏽", "seven"]
    gap = [" ", "\n"].randomElement(using: &random) ?? " "
    sentences = (0..<3).map { _ in
      Array(words.shuffled(using: &random).prefix(Int.random(in: 4...6, using: &random)))
    }
  }

  var string: String { sentences.map { $0.joined(separator: " ") + "." }.joined(separator: gap) }
}
