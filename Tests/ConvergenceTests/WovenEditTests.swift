import AfterwitCausality
import AfterwitDocument
import AfterwitReference
import AfterwitTestRandomness
import AfterwitTestThreads
import AfterwitText
import Foundation
import Testing

@Suite("Edits of what is woven", .patient)
struct WovenEditTests {
  static func repeatCommand(_ seed: UInt64) -> String {
    "AFTERWIT_SEED=\(seed) AFTERWIT_HISTORIES=1 swift test --filter WovenEditTests"
  }

  /// Some stretch of a text replaced by other characters of it, or by nothing.
  private static func edited(_ text: String, using random: inout SeededGenerator) -> String {
    var characters = Array(text)
    guard !characters.isEmpty else { return "new" }
    let other = characters.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
    let start = Int.random(in: 0...characters.count, using: &random)
    let end = Int.random(in: start...min(characters.count, start + 9), using: &random)
    characters.replaceSubrange(start..<end, with: Array(other))
    return String(characters)
  }

  @Test("what a person who saw everything saved is what is shown then [AW-DOC-27]")
  func whatWasSaved() throws {
    var edits = 0
    for seed in ReviewOracleTests.seeds {
      let history = try ReviewHistory(seed: seed)
      var random = SeededGenerator(seed: seed)
      for _ in 0..<4 {
        var scene = history.scene
        let version = scene.history.graph.frontier
        let shown = try scene.shown(at: version)
        guard !shown.places.isEmpty else { break }
        let left = Self.edited(shown.text, using: &random)
        let before = scene.reviews().story
        try scene.save(by: 77, after: version, left)
        #expect(
          scalars(scene.reviews().shownText) == scalars(left),
          "\(left.debugDescription)\n\(Self.repeatCommand(seed))\n\(before)\n\(scene.reviews().story)"
        )
        edits += 1
      }
    }
    if Effort.seed == nil { #expect(edits > 0) }
  }

  @Test("where all was taken out, an edit of what stands is not shown beside it [AW-DOC-23]")
  func emptiedPlace() throws {
    var scene = ReviewScene()
    try scene.save(by: 9, after: [], "big cat sat")
    try scene.record(by: 1, after: [0], [.delete(position: 0, count: 7)])
    try scene.record(by: 2, after: [0], [.delete(position: 3, count: 8)])
    #expect(scene.history.text == "")
    #expect(try scene.shown(at: [1, 2]).text == "big sat")
    try scene.save(by: 1, after: [1, 2], "big fox sat")
    #expect(try scene.shown(at: [3]).text == "big fox sat")
    #expect(scene.reviews().shownText == "big fox sat")
    #expect(scene.reviews().parts.isEmpty, "the edit decides")
    try scene.save(by: 2, after: [1, 2], "")
    #expect(try scene.shown(at: [4]).text == "")
  }
}
