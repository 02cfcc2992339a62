import AfterwitCausality
import AfterwitDocument
import AfterwitReference
import AfterwitTestRandomness
import AfterwitTestThreads
import AfterwitText
import Foundation
import Testing

@Suite("Reviews by their definition", .patient)
struct ReviewOracleTests {
  /// A history and what the definition says of it.
  struct Case: Sendable {
    let seed: UInt64
    let history: ReviewHistory
    let reviews: ReferenceReviews
  }

  static var seeds: some Sequence<UInt64> {
    let first = Effort.seed ?? 20_261_121
    return (0..<UInt64(Effort.histories(200))).lazy.map { first &+ $0 }
  }

  /// What all tests look at: drawing a history and asking the definition cost more than the looks.
  private static let cases = Result {
    try seeds.map { seed in
      let history = try ReviewHistory(seed: seed)
      return Case(
        seed: seed, history: history, reviews: ReferenceReviews(events: history.scene.events))
    }
  }

  static func repeatCommand(_ seed: UInt64) -> Comment {
    "AFTERWIT_SEED=\(seed) AFTERWIT_HISTORIES=1 swift test --filter ReviewOracleTests"
  }

  @Test("the reviews of a history do not depend on the order in which its events came")
  func orders() throws {
    var seen = (open: 0, hidden: 0, settled: 0, twins: 0, threeSided: 0, several: 0)
    for drawn in try Self.cases.get() {
      let (seed, history, reviews) = (drawn.seed, drawn.history, drawn.reviews)
      var random = SeededGenerator(seed: seed)
      let picture = ReviewPicture(reviews)
      let other = ReviewPicture(ReferenceReviews(events: history.admission(using: &random)))
      try #require(picture == other, Self.repeatCommand(seed))
      seen.open += picture.open.isEmpty ? 0 : 1
      seen.several += picture.open.count > 1 ? 1 : 0
      seen.hidden += picture.open.count < picture.parts.count ? 1 : 0
      seen.settled += reviews.settled.isEmpty ? 0 : 1
      seen.twins += picture.twins.isEmpty ? 0 : 1
      seen.threeSided += picture.parts.contains { $0.sides.count > 2 } ? 1 : 0
    }
    print("histories of reviews: \(seen)")
    guard Effort.seed == nil else { return }
    #expect(seen.open > 0 && seen.hidden > 0 && seen.settled > 0 && seen.twins > 0)
    #expect(seen.threeSided > 0 && seen.several > 0)
  }

  @Test("what was typed stands, or was taken back, or deleted by someone who had seen it")
  func nothingLost() throws {
    for drawn in try Self.cases.get() {
      let (seed, reviews) = (drawn.seed, drawn.reviews)
      let everything = Set(reviews.events.indices)
      let shown = Set(reviews.shown(at: everything))
      for item in reviews.items.indices where !shown.contains(item) {
        let item = reviews.items[item]
        if reviews.void.events.contains(item.inserter) { continue }
        let isSeen = item.deleters.keys.contains { deleter in
          deleter == item.inserter || reviews.ancestors[deleter].contains(item.inserter)
        }
        try #require(isSeen, Self.repeatCommand(seed))
      }
    }
  }

  @Test("whoever types inside words that another takes out is in a conflict with them")
  func typingInsideDeletions() throws {
    var found = 0
    for drawn in try Self.cases.get() {
      let (seed, reviews) = (drawn.seed, drawn.reviews)
      for one in reviews.hunks.joined() {
        for other in reviews.hunks.joined() where areConcurrent(one.event, other.event, reviews) {
          // What both had seen: only that lies in the text where their places are compared.
          let deleted = one.deleted.filter {
            reviews.ancestors[other.event].contains(reviews.items[$0].inserter)
          }
          guard other.deleted.isEmpty, let first = deleted.first, let last = deleted.last,
            other.inserted.contains(where: {
              first < $0 && $0 < last && !reviews.items[$0].scalar.properties.isWhitespace
            }),
            !reviews.hunks[one.event].contains(where: { agree($0, other) }),
            !reviews.hunks[other.event].contains(where: { agree($0, one) })
          else { continue }
          let pair = ReferenceConflict(one.id, other.id)
          try #require(reviews.conflicts.contains(pair), Self.repeatCommand(seed))
          found += 1
        }
      }
    }
    if Effort.seed == nil { #expect(found > 0) }
  }

  @Test("parts have sides that had not seen each other, open ones two to choose from [AW-DOC-23]")
  func parts() throws {
    for drawn in try Self.cases.get() {
      let (seed, history, reviews) = (drawn.seed, drawn.history, drawn.reviews)
      try #require(reviews.conflicts.isDisjoint(with: reviews.twins), Self.repeatCommand(seed))
      for part in reviews.parts {
        try #require(part.sides.count > 1, Self.repeatCommand(seed))
        #expect(!part.isOpen || part.shownSides.count > 1, Self.repeatCommand(seed))
        for side in part.sides {
          for other in part.sides where other != side {
            #expect(areConcurrent(side, other, reviews), Self.repeatCommand(seed))
          }
        }
        for (words, text) in zip(part.sideWords, part.sideTexts) {
          #expect(holds(text, words), Self.repeatCommand(seed))
        }
        let given = scalars(history.scene.history.text)
        #expect(part.place.upperBound <= given.count, Self.repeatCommand(seed))
        #expect(holds(part.baseText, part.baseWords), Self.repeatCommand(seed))
      }
    }
  }

  @Test("an answer that had seen everything leaves none of its part open")
  func answers() throws {
    var answered = 0
    for drawn in try Self.cases.get() {
      let (seed, history, reviews) = (drawn.seed, drawn.history, drawn.reviews)
      var scene = history.scene
      var random = SeededGenerator(seed: seed)
      let before = reviews.parts.filter { $0.isOpen }
      guard let number = before.indices.randomElement(using: &random) else { continue }
      let outcomes: [ReviewScene.Outcome] = [.side(0), .side(1), .both, .leave, .own("new")]
      let outcome = outcomes.randomElement(using: &random) ?? .leave
      try scene.answer(by: 77, after: scene.history.graph.frontier, outcome, part: number)
      let after = scene.reviews().parts
      let rest = Set(after.flatMap(\.hunks))
      #expect(rest.isDisjoint(with: before[number].hunks), Self.repeatCommand(seed))
      #expect(after.count == reviews.parts.count - 1, Self.repeatCommand(seed))
      answered += 1
    }
    if Effort.seed == nil { #expect(answered > 0) }
  }

  @Test("answers that differ open one part again, and answers alike open none")
  func differingAnswers() throws {
    var compared = 0
    for drawn in try Self.cases.get() {
      let (seed, history) = (drawn.seed, drawn.history)
      let frontier = history.scene.history.graph.frontier
      let before = drawn.reviews.parts.filter { $0.isOpen }
      guard !before.isEmpty else { continue }
      var random = SeededGenerator(seed: seed)
      let outcomes: [ReviewScene.Outcome] = [.side(0), .side(1), .both, .leave, .own("new")]
      let (one, other) = (
        outcomes.randomElement(using: &random) ?? .leave,
        outcomes.randomElement(using: &random) ?? .both
      )
      var scene = history.scene
      let first = try scene.answer(by: 77, after: frontier, one)
      let second = try scene.answer(by: 78, after: frontier, other)
      let isSame = scene.events[first].operations == scene.events[second].operations
      let hunks = [scene.hunk(first), scene.hunk(second)]
      let reviews = scene.reviews()
      let parts = reviews.parts.filter { $0.isOpen && $0.hunks.contains { hunks.contains($0) } }
      #expect(
        parts.count == (isSame ? 0 : 1), "\(one), \(other): \(Self.repeatCommand(seed))")
      compared += 1
    }
    if Effort.seed == nil { #expect(compared > 0) }
  }

  private func areConcurrent(_ one: Int, _ other: Int, _ reviews: ReferenceReviews) -> Bool {
    one != other && !reviews.ancestors[one].contains(other)
      && !reviews.ancestors[other].contains(one)
  }

  private func agree(_ one: ReferenceHunk, _ other: ReferenceHunk) -> Bool {
    one.deleted == other.deleted && one.text == other.text
  }

  private func holds(_ text: String, _ words: String) -> Bool {
    let (text, words) = (scalars(text), scalars(words))
    return text.indices.contains { text[$0...].starts(with: words) } || words.isEmpty
  }
}
