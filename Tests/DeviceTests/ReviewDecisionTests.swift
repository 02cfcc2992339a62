import AfterwitDocument
import AfterwitEncoding
import Testing

@testable import AfterwitDevice
@testable import AfterwitJournal
@testable import AfterwitText

@Suite("What a decision makes of the text that stands")
struct ReviewDecisionTests {
  /// A review of two parts of “one two three” whose regions are given; side 1 of each is `ONE`.
  private func found(_ first: Range<Int>, _ second: Range<Int>) throws -> FoundReview {
    let shown = "one two three"
    let passages = [first, second].map { TextPart.Passage(text: shown, region: $0) }
    let key = ReviewKey(
      field: FieldKey(entry: .journal, field: FieldName("happened", family: .text)), kind: .overlap)
    let parts = passages.enumerated().map { index, passage in
      Review.Part(
        number: index + 1,
        sides: [
          Review.Side(
            number: 1, device: .zero, deviceName: nil, isLocal: true, milliseconds: 0,
            text: nil, region: "ONE", regionStart: 0, editedFields: [])
        ],
        base: shown, current: shown, baseRegion: "base", currentRegion: passage.words,
        baseRegionStart: 0, currentRegionStart: passage.region.lowerBound)
    }
    return FoundReview(
      review: Review(
        id: key.id, kind: .overlap, entry: .journal, field: "happened", parts: parts),
      key: key.field, hunks: [[], []],
      texts: passages.map {
        TextPart(
          hunks: [], sides: [], base: $0, current: $0, isOfSidesAlone: true, isHidden: false)
      })
  }

  /// The text that a decision leaves.
  private func decided(_ found: FoundReview, _ answer: ReviewAnswer) throws -> String {
    let decision = ReviewDecision(
      found, answer: answer, kind: nil, today: Day(daysSince1970: 0))
    var text = Array("one two three".unicodeScalars)
    for case .text(let operations) in try decision.blocks().map(\.operations) {
      for operation in operations {
        switch operation {
        case .insert(let position, let words):
          text.insert(contentsOf: words.unicodeScalars, at: position)
        case .delete(let position, let count): text.removeSubrange(position..<position + count)
        default: continue
        }
      }
    }
    return String(String.UnicodeScalarView(text))
  }

  @Test("Parts that lie apart are all answered at once, each in its own place")
  func apart() throws {
    let found = try found(0..<3, 8..<13)
    #expect(try decided(found, .side(1)) == "ONE two ONE")
    #expect(try decided(found, .base) == "base two base")
    #expect(try decided(found, .current) == "one two three")
  }

  @Test("Parts about the same words are answered one by one, and never doubled", arguments: [0, 4])
  func together(start: Int) throws {
    let found = try found(start..<9, 4..<13)
    for answer in [ReviewAnswer.side(1), .base, .both] {
      let failure = #expect(throws: DeviceFailure.self) { try decided(found, answer) }
      let fact = AnswerFact.sameWords(part: 1, nextPart: 2, review: found.review.id)
      #expect(failure == .answer(fact))
    }
    #expect(try decided(found, .current) == "one two three")
    #expect(try decided(found, .text("what is meant")) == "what is meant")
    #expect(try decided(found.only([0]), .side(1)).contains("ONE"))
  }
}
