import AfterwitCausality
import AfterwitDocument
import AfterwitEncoding
import Testing

@Suite("Field names")
struct FieldNameTests {
  /// The table as the specification gives it: code, name, family.
  static let table: [(Int, String, Int)] = [
    (1, "entry", 4), (2, "kind", 2), (3, "title", 2), (4, "starred", 2), (5, "private", 2),
    (6, "tags", 3), (7, "occasion", 2), (8, "on", 2), (9, "organisation", 2), (10, "role", 2),
    (11, "stage", 2), (12, "outcome", 2), (13, "mood", 2), (14, "mood-after", 2),
    (15, "after", 2), (16, "people", 3), (17, "feelings", 3), (18, "goals", 3),
    (19, "mantras", 3), (20, "happened", 1), (21, "felt", 1), (22, "mine", 1),
    (23, "not-mine", 1), (24, "lesson", 1), (25, "next", 1), (26, "story-situation", 1),
    (27, "story-struggle", 1), (28, "story-turn", 1), (29, "story-result", 1),
    (30, "story-learning", 1), (31, "lacks", 6), (32, "questions", 6), (33, "feedback", 6),
    (34, "follow-ups", 6), (35, "asks", 6), (36, "state", 2), (37, "due", 2), (38, "cadence", 2),
    (39, "why", 1), (40, "wish", 1), (41, "result", 1), (42, "obstacle", 1), (43, "plan", 1),
    (44, "steps", 6), (45, "check-ins", 6), (46, "from", 3), (47, "words", 1), (48, "belief", 1),
    (49, "retired", 2), (50, "place", 2), (51, "recited", 5),
  ]

  @Test("have the codes and families that never change [AW-DOC-3]")
  func frozen() {
    #expect(CodedField.allCases.count == Self.table.count)
    for ((code, name, family), found) in zip(Self.table, CodedField.allCases) {
      #expect(found.rawValue == name && Int(found.family.rawValue) == family)
      #expect(FieldName(found) == FieldName(name, family: found.family))
      let change = Self.change(FieldName(name, family: .text), .unknown([0xff]))
      #expect(change.body[19] == UInt8(code), "the code of \(name)")
    }
  }

  @Test("of the table keep their family, whatever is asked for [AW-DOC-3]")
  func familiesAreFixed() {
    #expect(FieldName("tags", family: .text) == FieldName("tags", family: .set))
    #expect(FieldName("tags", family: .text).family == .set)
    #expect(FieldName("tags\u{301}", family: .text).family == .text)
  }

  @Test("that differ in their family are different fields, as are those that only look alike")
  func identity() {
    #expect(FieldName("a", family: .text) != FieldName("a", family: .set))
    #expect(FieldName("a", family: .text) < FieldName("a", family: .register))
    #expect(FieldName("é", family: .text) != FieldName("e\u{301}", family: .text))
    #expect(FieldName(storedName: "a", familyCode: 99).family == nil)
  }

  @Test("outside the table are written out, and only those [AW-DOC-4]")
  func writtenOut() throws {
    let change = Self.change(FieldName("zest", family: .register), .register("!"))
    #expect(Array(change.body[19...25]) == [0, 4] + Array("zest".utf8) + [2])
    #expect(try Change(body: change.body) == change)
    let head = Array(change.body.prefix(19))
    func reason(_ rest: [UInt8]) -> DecodingFailure? {
      do throws(DecodingFailure) {
        _ = try Change(body: head + rest)
        return nil
      } catch { return error }
    }
    let tail: [UInt8] = [2, 2, 0, 0]
    #expect(reason([0, 4] + Array("kind".utf8) + tail)?.reason == .notCanonical)
    #expect(reason([0, 0] + tail)?.reason == .unknownValue)
    #expect(reason([52] + tail)?.reason == .overLimit)
    #expect(reason([0, 0x81, 1] + [UInt8](repeating: 97, count: 129) + tail)?.reason == .overLimit)
    #expect(reason([0, 0x80, 1] + [UInt8](repeating: 97, count: 128) + tail) == nil)
    #expect(reason([0, 1, 0xff] + tail)?.reason == .invalidText)
  }

  private static func change(_ field: FieldName, _ operations: Operations) -> Change {
    Change(
      timestamp: Timestamp(rawValue: 0), followsPredecessor: false, parents: [],
      blocks: [
        Change.Block(key: FieldKey(entry: .journal, field: field), operations: operations)
      ])
  }
}
