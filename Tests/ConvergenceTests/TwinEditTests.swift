import AfterwitDocument
import AfterwitTestRandomness
import AfterwitTestThreads
import AfterwitText
import Foundation
import Testing

@Suite("Edits of words that stand twice", .patient)
struct TwinEditTests {
  /// Two devices wrote the same, a third something else at the same place.
  private struct Meeting {
    var scene = ReviewScene()
    let shown: ShownText

    init(using random: inout SeededGenerator) throws {
      let words = ["dog", "cow", "dodo", "gold", "cat", "e\u{301}te\u{301}", "字", "👍🏽"]
        .shuffled(using: &random)
      let gap = ["", " ", "."].randomElement(using: &random) ?? ""
      let devices = [UInt8(1), 2, 3].shuffled(using: &random)
      try scene.save(by: 9, after: [], "a " + words[0] + gap + "b")
      for device in devices.prefix(2) {
        try scene.save(by: device, after: [0], "a " + words[1] + gap + "b")
      }
      try scene.save(by: devices[2], after: [0], "a " + words[2] + gap + "b")
      var reviews = TextReviews(scene.history)
      let twins = reviews.standingTwins(amid: reviews.meetings().conflicts)
      shown = ShownText(scene.history.text, twins: twins)
    }

    /// The text once an edit has met the removal of a copy that its author had not seen.
    mutating func text(after operations: [TextOperation]) throws -> String {
      try scene.record(by: 20, after: [1, 2, 3], operations)
      try #require(try scene.clean(by: 21, after: [1, 2]) != nil)
      return scene.history.text
    }
  }

  @Test("what a person left stands, or what they did not touch stands once [AW-DOC-27]")
  func meetings() throws {
    var lost = 0
    let first = Effort.seed ?? 1
    for seed in first..<first + UInt64(Effort.histories(500)) {
      let command: Comment =
        "AFTERWIT_SEED=\(seed) AFTERWIT_HISTORIES=1 swift test --filter TwinEditTests"
      var random = SeededGenerator(seed: seed)
      let meeting = try Meeting(using: &random)
      let shown = meeting.shown
      try #require(shown.twins.count == 1, command)
      let left = Self.edited(shown.text, using: &random)
      let short = TextDifference.operations(from: shown.text, to: left)
      let expected = Self.outcome(of: short, on: shown)
      var guarded = meeting
      let text = try guarded.text(after: TextDifference.operations(from: shown, to: left))
      #expect(scalars(text) == expected, "\(shown), \(left)\n\(command)")
      var unguarded = meeting
      lost += scalars(try unguarded.text(after: short)) == expected ? 0 : 1
    }
    // Without the rule some of these edits lose words; else they would show nothing.
    if Effort.seed == nil { #expect(lost > 0) }
  }

  /// A text with some stretch of it replaced by another of it, or by nothing.
  private static func edited(_ text: String, using random: inout SeededGenerator) -> String {
    var characters = Array(text)
    let other = characters.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
    let start = Int.random(in: 0..<characters.count, using: &random)
    let end = Int.random(in: start...characters.count, using: &random)
    characters.replaceSubrange(start..<end, with: Array(other))
    return String(characters)
  }

  /// What must come of an edit: what it left, or, where it took nothing of the copies out and wrote
  /// nothing into the later one, the same without that one.
  private static func outcome(of operations: [TextOperation], on shown: ShownText) -> [Unicode
    .Scalar]
  {
    var left = scalars(shown.text).enumerated().map { (scalar: $1, place: Optional($0)) }
    for operation in operations {
      switch operation {
      case .insert(let position, let text):
        left.insert(contentsOf: scalars(text).map { ($0, nil) }, at: position)
      case .delete(let position, let count): left.removeSubrange(position..<position + count)
      case .answer, .same: continue
      }
    }
    let (earlier, later) = (shown.twins[0].earlier, shown.twins[0].later)
    let kept = Set(left.compactMap(\.place))
    let isWhole = (earlier + later).allSatisfy(kept.contains)
    let start = left.firstIndex { $0.place == later.first } ?? 0
    let isUnbroken = left[start...].prefix(later.count).map(\.place) == later
    return isWhole && isUnbroken
      ? left.filter { !later.contains($0.place ?? -1) }.map(\.scalar) : left.map(\.scalar)
  }
}
