import AfterwitDocument
import AfterwitEncoding
import Testing

@testable import AfterwitDevice
@testable import AfterwitJournal
@testable import AfterwitText

@Suite("What a decision makes of the text that stands")
struct ReviewDecisionTests {
  /// What the changes give, and what stands of it: “one | two | three”.
  private static let given = "ONEone two THREEthree"
  private static let standing = [
    StandingWords(place: 0..<6, words: "one ONE", hunks: [hunk(1)], isOpen: true),
    StandingWords(place: 11..<21, words: "three THREE", hunks: [hunk(2)], isOpen: true),
  ]

  private static func hunk(_ number: Int) -> HunkID {
    HunkID(envelope: .zero, number: number)
  }

  /// A review of both; side 1 of each is `mine`, and the second may have been edited since.
  private func found(isEdited: Bool = false) -> FoundReview {
    let shown = ShownText(given: Self.given, standing: Self.standing)
    let key = ReviewKey(
      field: FieldKey(entry: .journal, field: FieldName("happened", family: .text)), kind: .overlap)
    let parts = Self.standing.enumerated().map { index, standing in
      Review.Part(
        number: index + 1,
        sides: [
          Review.Side(
            number: 1,
            writers: [Writer(device: .zero, name: nil, isLocal: true, milliseconds: 0)], text: nil,
            region: "mine", regionStart: 0, editedFields: [])
        ],
        base: shown.text, current: shown.text, baseRegion: "base", currentRegion: standing.words,
        baseRegionStart: 0, currentRegionStart: shown.places[index].shown.lowerBound,
        together: "mine theirs", isEdited: isEdited && index == 1)
    }
    let passage = TextPart.Passage(text: "", region: 0..<0)
    return FoundReview(
      review: Review(
        id: key.id, kind: .overlap, entry: .journal, element: nil, field: "happened", parts: parts),
      key: key.field, hunks: Self.standing.map(\.hunks),
      texts: Self.standing.map {
        TextPart(
          hunks: $0.hunks, sides: [], base: passage, place: $0.place, words: $0.words,
          woven: "mine theirs", isOpen: true, isEdited: false)
      }, text: shown)
  }

  /// The text that a decision leaves of what the changes gave, and the hunks it names.
  private func decided(
    _ found: FoundReview, _ answer: ReviewAnswer, replacing: Bool = false
  ) throws -> (text: String, hunks: [[HunkID]]) {
    let decision = ReviewDecision(
      found, answer: answer, replacesEdits: replacing, definition: nil,
      standpoint: Standpoint(now: LocalTime(universal: 0)))
    var text = Self.given
    var hunks: [[HunkID]] = []
    for case .text(let operations) in try decision.blocks().map(\.operations) {
      text = try TextHistory.apply(operations, to: text)
      for case .answer(let named) in operations { hunks.append(named) }
    }
    return (text, hunks)
  }

  @Test(
    "All parts are answered at once, each in its own place [AW-DOC-30]",
    arguments: [
      (.side(1), "mine two mine"), (.base, "base two base"), (.both, "mine theirs two mine theirs"),
      (.current, "one ONE two three THREE"), (.text("what is meant"), "what is meant"),
    ] as [(ReviewAnswer, String)])
  func all(answer: ReviewAnswer, text: String) throws {
    let decided = try decided(found(), answer)
    #expect(decided.text == text)
    #expect(decided.hunks == Self.standing.map(\.hunks))
  }

  @Test("One part is answered alone, and the other one is left as its changes give it")
  func one() throws {
    let decided = try decided(found().only([1]), .side(1))
    #expect(decided.text == "ONEone two mine")
    #expect(decided.hunks == [Self.standing[1].hunks])
  }

  @Test("What was written over the sides is taken away only by who says so")
  func edited() throws {
    let found = found(isEdited: true)
    for answer in [ReviewAnswer.side(1), .base, .both] {
      let failure = #expect(throws: DeviceFailure.self) { try decided(found, answer) }
      #expect(failure == .answer(.editedSince(part: 2, review: found.review.id)))
      #expect(try !decided(found, answer, replacing: true).text.contains("THREE"))
      #expect(try decided(found.only([0]), answer).hunks == [Self.standing[0].hunks])
    }
    // Who keeps it, or has it before them and writes, takes nothing away.
    #expect(try decided(found, .current).text == "one ONE two three THREE")
    #expect(try decided(found, .text("what is meant")).text == "what is meant")
  }
}
