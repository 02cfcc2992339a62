import AfterwitDocument
import AfterwitJournal
import Testing

@Suite("Kinds and their fields")
struct KindTests {
  /// The fields that can be written, by family; lists, counters and check-ins apart.
  static let written: [Kind: [FieldFamily: Set<String>]] = [
    .reflection: [
      .register: [
        "title", "starred", "private", "occasion", "on", "organisation", "role", "stage",
        "outcome", "mood", "mood-after", "after", "at",
      ],
      .set: ["tags", "people", "support", "feelings", "goals", "mantras"],
      .text: [
        "happened", "felt", "mine", "not-mine", "lesson", "next", "story-situation",
        "story-struggle", "story-turn", "story-result", "story-learning",
      ],
    ],
    .goal: [
      .register: ["title", "starred", "private", "state", "due", "cadence"],
      .set: ["tags", "from"],
      .text: ["why", "wish", "result", "obstacle", "plan"],
    ],
    .mantra: [
      .register: ["title", "starred", "private", "retired", "place"],
      .set: ["tags", "from"],
      .text: ["words", "belief"],
    ],
  ]

  @Test("each kind has the fields of the practice", arguments: Kind.allCases)
  func fields(kind: Kind) throws {
    let expected = try #require(Self.written[kind])
    for family in [FieldFamily.register, .set, .text] {
      let names = kind.fields.filter { $0.name.family == family }.map(\.name.name.string)
      #expect(Set(names) == expected[family])
      #expect(Set(names).count == names.count)
    }
    #expect(kind.fields.count == expected.values.map(\.count).reduce(0, +))
  }

  @Test("every name with a code is a field of a kind, and the others are those that came later")
  func codedNames() {
    let names = Set(Kind.allCases.flatMap(\.fields).map(\.name))
    let later = names.filter { name in !CodedField.allCases.contains { FieldName($0) == name } }
    #expect(Set(later.map(\.name.string)) == ["at", "support"])
    for field in CodedField.allCases where ![.entry, .kind].contains(field) {
      let isUnderstood = [.text, .register, .set].contains(field.family)
      #expect(names.contains(FieldName(field)) == isUnderstood, "\(field)")
    }
  }

  @Test("a capture without a field goes to the default field, a goal's to its title")
  func captureFields() {
    #expect(Kind.allCases.map(\.rawValue) == ["reflection", "goal", "mantra"])
    let defaults = Kind.allCases.map(\.defaultField.name.string)
    #expect(defaults == ["happened", "why", "words"])
    let captured = Kind.allCases.map(\.captureField.name.string)
    #expect(captured == ["happened", "title", "words"])
  }

  @Test("a field is found by its exact name in its own kind only")
  func named() {
    #expect(Kind.goal.field(named: "due") != nil)
    #expect(Kind.goal.field(named: "happened") == nil)
    #expect(Kind.goal.field(named: "Due") == nil)
    #expect(Kind.goal.field(named: "steps") == nil)
    #expect(Kind.goal.field(named: "kind") == nil)
  }
}

@Suite("Values of fields")
struct FieldValueTests {
  static let taken: [(Kind, String, String, String)] = [
    (.reflection, "title", " as  typed\n", "as  typed"), (.reflection, "people", " Ann", "Ann"),
    (.reflection, "title", " \u{301}a\u{a0}", "\u{301}a"),
    (.reflection, "starred", "yes", "true"), (.reflection, "starred", "true", "true"),
    (.reflection, "private", "no", ""), (.mantra, "retired", "false", ""),
    (.reflection, "on", "2026-11-20", "2026-11-20"), (.goal, "due", "today", "2024-03-01"),
    (.reflection, "on", "yesterday", "2024-02-29"), (.reflection, "on", "", ""),
    (.reflection, "on", "tomorrow", "2024-03-02"), (.reflection, "on", "2 Mar", "2023-03-02"),
    (.goal, "due", "2 Mar", "2024-03-02"), (.goal, "due", "friday", "2024-03-01"),
    (.goal, "due", "thursday", "2024-03-07"), (.reflection, "on", "thu", "2024-02-29"),
    (.reflection, "mood", "1", "1"), (.reflection, "mood-after", "5", "5"),
    (.reflection, "occasion", "rejection", "rejection"), (.goal, "state", "met", "met"),
    (.goal, "state", "", ""), (.goal, "from", "abcd", "abcd"),
    (.mantra, "tags", " ## On  SITE ", "on site"), (.mantra, "tags", " # ", ""),
    (.mantra, "tags", "Cafe\u{301}", "caf\u{e9}"), (.mantra, "tags", "İ", "i\u{307}"),
  ]

  static let refused: [(Kind, String, String)] = [
    (.reflection, "starred", "maybe"), (.reflection, "starred", "YES"),
    (.reflection, "on", "2026-02-30"), (.reflection, "on", "tomorow"),
    (.goal, "due", "20 Novembre"), (.goal, "due", "today 10:00"), (.reflection, "mood", "0"),
    (.reflection, "mood", "6"),
    (.reflection, "mood", "05"), (.reflection, "mood", "3.0"), (.reflection, "mood", " 3"),
    (.reflection, "people", " "), (.mantra, "place", "\n\t"),
    (.reflection, "occasion", "party"), (.goal, "state", "Active"),
  ]

  /// Noon on the Friday after a leap day.
  static let standpoint = Standpoint(
    now: LocalTime(universal: 1_709_294_400_000))

  @Test("are stored in one form", arguments: taken)
  func normalized(kind: Kind, field: String, value: String, stored: String) throws {
    let definition = try #require(kind.field(named: field))
    let normalized = try definition.normalized(
      value, from: Self.standpoint, direction: definition.direction)
    #expect(Array(normalized.utf8) == Array(stored.utf8))
  }

  @Test("are refused with a sentence where the field does not take them", arguments: refused)
  func misfits(kind: Kind, field: String, value: String) throws {
    let definition = try #require(kind.field(named: field))
    let misfit = #expect(throws: FieldDefinition.Misfit.self) {
      try definition.normalized(
        value, from: Self.standpoint, direction: definition.direction)
    }
    switch misfit {
    case .expected(let expected): #expect(!expected.isEmpty)
    case .date: #expect(definition.rule == .date)
    case nil: break
    }
  }
}
