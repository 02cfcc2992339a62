import AfterwitEncoding
import AfterwitReference
import AfterwitText
import Testing

@Suite("Vectors of edits")
struct EditConformanceTests {
  @Test("what is saved over a text is recorded so [AW-DOC-27] [AW-DOC-29] [AW-DOC-30]")
  func operations() throws {
    for item in try Self.cases() {
      var history = TextHistory()
      for event in try item.events.textEvents() { try history.append(event) }
      var reviews = TextReviews(history)
      let conflicts = reviews.meetings().conflicts
      var shown = ShownText(given: history.text, standing: reviews.standing(amid: conflicts))
      #expect(Array(shown.text.utf8) == Array(item.shown.utf8), "\(item.name)")
      shown.answers = try item.decides.map { try $0.map(item.events.hunk).sorted() }
      let expected = try item.operations.map(item.events.operation)
      #expect(TextDifference.operations(from: shown, to: item.saved) == expected, "\(item.name)")
    }
  }

  @Test("after them exactly what was saved is shown, and what was decided is no part any more")
  func outcome() throws {
    for item in try Self.cases() {
      let events = try item.events.textEvents()
      let before = ReferenceReviews(events: events)
      #expect(Array(before.shownText.utf8) == Array(item.shown.utf8), "\(item.name)")
      let heads = events.indices.filter { head in
        !before.ancestors.contains { $0.contains(head) }
      }
      let last = TextEvent(
        order: TextOrder(device: .zero, number: 1, envelope: .zero), parents: heads,
        operations: try item.operations.map(item.events.operation))
      let after = ReferenceReviews(events: events + [last])
      #expect(Array(after.shownText.utf8) == Array(item.saved.utf8), "\(item.name)")
      let decided = try item.decides.joined().map(item.events.hunk)
      #expect(Set(after.parts.flatMap(\.hunks)).isDisjoint(with: decided), "\(item.name)")
    }
  }

  private static func cases() throws -> [ReviewDocument.SavedText] {
    try VectorFile("vectors/reviews.json").decode(ReviewDocument.self).edits
  }
}
