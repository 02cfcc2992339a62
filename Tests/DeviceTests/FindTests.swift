import AfterwitDevice
import AfterwitDocument
import AfterwitHousehold
import AfterwitJournal
import Testing

@Suite("Finding")
struct FindTests {
  /// The texts of a journal's entries.
  private static let texts = [
    "They asked about C++ and .NET.", "I can code, and call back.", "C# or C, and an a/b test",
    "Party 🎉 on a c言語 day", "Η μέρα \u{3b1}\u{301}λλη", "\u{438}\u{306}од и ёж",
    "\u{1112}\u{1161}\u{11ab}국어 か\u{3099}", "Zero\u{0} here, \"quoted\" there", "c + + apart",
  ]

  /// What a person looks for, and the places of the texts in which it is.
  static let sought: [(words: [String], found: Set<Int>)] = [
    (["C++"], [0]), (["c#"], [2]), ([".net"], [0]), (["a/b"], [2]), (["c", "+"], [0, 8]),
    (["🎉"], [3]), (["#"], [2]), (["C言語"], [3]), (["語"], [3]), (["αλλη", "ΜΈΡΑ"], [4]),
    (["й"], [5]), (["еж"], [5]), (["한"], [6]), (["하"], []), (["が"], [6]), (["か"], []),
    (["here"], [7]), (["\"quoted\""], [7]), (["\""], [7]), (["AND", "c"], [0, 1, 2]),
    (["code,"], [1]), (["code."], []), (["NEAR(c"], []), (["*"], []), (["call", "zz"], []),
  ]

  @Test("Letters, signs and emoji are found as a person reads them", arguments: sought)
  func finds(words: [String], found: Set<Int>) async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let ids = try Self.texts.map { text in
        try device.new(.reflection, edits: [.set(field: "happened", value: text)])
      }
      let matches = try device.list(ListFilter(EntryFilter(words: words)))
      #expect(Set(matches.map(\.entry.id)) == Set(found.map { ids[$0] }))
    }
  }

  @Test("A tag is one, however its letters were composed, and is found as it is shown")
  func tags() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let id = try device.new(
        .mantra,
        edits: [
          .set(field: "words", value: "Breathe. Not onsite."),
          .add(field: "tags", value: "Cafe\u{301}"), .add(field: "tags", value: "#caf\u{e9}"),
          .add(field: "tags", value: "onsite"),
        ])
      #expect(
        try device.entry(id).set("tags").map { Array($0.utf8) } == [
          Array("caf\u{e9}".utf8), Array("onsite".utf8),
        ])
      for typed in ["caf\u{e9}", "cafe\u{301}", "CAFÉ", " #café "] {
        #expect(
          try device.list(ListFilter(EntryFilter(.tag(Tag.normalized(typed))))).map(\.entry.id) == [
            id
          ], "\(typed)")
      }
      for (sought, field) in [("#onsite", "tags"), ("onsite", "words"), ("cafe", "tags")] {
        let matches = try device.list(ListFilter(EntryFilter(words: [sought])))
        #expect(matches.map(\.entry.id) == [id], "\(sought)")
        #expect(matches.map { $0.excerpt?.field.name.string } == [field], "\(sought)")
      }
      _ = try device.edit(id, edits: [.remove(field: "tags", value: "cafe\u{301}")])
      #expect(try device.entry(id).tags == ["onsite"])
    }
  }

  @Test("Hundreds of words, and hundreds of letters without a space, are looked for like one")
  func many() async throws {
    try await Household.with { household in
      let device = try household.founder("desk")
      let words = (0..<600).map { "w\($0)" }
      let letters = String(repeating: "言語", count: 400)
      let id = try device.new(
        .reflection,
        edits: [.set(field: "happened", value: words.joined(separator: " ") + " " + letters)])
      #expect(try device.list(ListFilter(EntryFilter(words: words))).map(\.entry.id) == [id])
      #expect(try device.list(ListFilter(EntryFilter(words: [letters]))).map(\.entry.id) == [id])
      #expect(try device.list(ListFilter(EntryFilter(words: words + ["w600"]))).isEmpty)
    }
  }
}
