import AfterwitDocument
import Testing

@testable import AfterwitJournal

@Suite("Filters")
struct EntryFilterTests {
  private static let friday = Day("2026-11-27")!
  private static let here = Standpoint(
    now: LocalTime(day: friday, time: TimeOfDay(minuteOfDay: 720)))

  private static func days(_ first: String, _ last: String) -> FilterCondition {
    .day((Day(first) ?? DayRange.first)...(Day(last) ?? DayRange.last))
  }

  static let readable: [(String, FilterCondition?)] = [
    ("kind:goal", .kind(.goal)), ("KIND:Goals", .kind(.goal)),
    ("kind:interviews", .choice(.occasion, "interview")),
    ("occasion:win", .choice(.occasion, "win")), ("state:Active", .choice(.state, "active")),
    ("tag:#OnSite", .tag("onsite")), ("mood:2", .mood(2...2)), ("mood:..2", .mood(1...2)),
    ("mood:4..", .mood(4...5)), ("mood:2..4", .mood(2...4)),
    ("is:starred", .mark(.starred)), ("is:review", .mark(.review)),
    ("on:2026-11", days("2026-11-01", "2026-11-30")),
    ("on:2024-02", days("2024-02-01", "2024-02-29")),
    ("on:2026", days("2026-01-01", "2026-12-31")),
    ("on:2026-11..", days("2026-11-01", "")), ("on:..2026-10", days("", "2026-10-31")),
    ("on:2026-10..2026-11-05", days("2026-10-01", "2026-11-05")),
    ("on:yesterday", days("2026-11-26", "2026-11-26")),
    ("since:monday", days("2026-11-23", "")), ("since:2026-11", days("2026-11-01", "")),
    ("until:monday", days("", "2026-11-23")), ("until:2026-10", days("", "2026-10-31")),
    ("due:..friday", .due(DayRange.first...friday)),
    ("due:monday", .due(friday.advanced(by: 3)...friday.advanced(by: 3))),
    ("due:tomorrow..in 2 weeks", .due(friday.advanced(by: 1)...friday.advanced(by: 14))),
    // What looks like a filter and is words.
    ("https://acme.example", nil), ("10:30", nil), ("Note:", nil), ("I said: wait", nil),
    ("c++:x", nil),
  ]

  @Test("are read from what a person types", arguments: readable)
  func read(typed: String, condition: FilterCondition?) throws {
    let filter = try EntryFilter([typed], from: Self.here)
    #expect(filter.terms.count == 1)
    #expect(filter.terms.first?.isNegated == false)
    let found = filter.terms.first?.condition
    if let condition {
      #expect(found == condition)
    } else {
      #expect(found == SearchPhrase(typed).map { .words($0) })
    }
  }

  static let refusals: [(String, FilterMisfit)] = [
    ("colour:red", .unknownKey("colour", in: "colour:red")), ("tag:", .noValue(.tag)),
    ("kind:poem", .unknownValue(.kind, "poem")), ("is:blue", .unknownValue(.is, "blue")),
    ("state:done", .unknownValue(.state, "done")), ("mood:6", .noMood("6")),
    ("mood:low", .noMood("low")), ("mood:4..2", .emptyRange(.mood, "4..2")),
    ("on:soon", .noDay(.on, "soon", .unknown)), ("on:..", .noDay(.on, "..", .unknown)),
    ("on:2026-13", .noDay(.on, "2026-13", .noMonth(13))),
    ("on:2026-11-31", .noDay(.on, "2026-11-31", .monthLength(month: 11, days: 30, year: nil))),
    ("due:friday 10:00", .noDay(.due, "friday 10:00", .takesNoTime)),
    ("on:2026-11..2026-10", .emptyRange(.on, "2026-11..2026-10")),
    ("", .blank), ("starts:\u{200d}", .blank), ("not", .looseNot),
  ]

  @Test("are refused with a reason where they are none", arguments: refusals)
  func refused(typed: String, misfit: FilterMisfit) {
    #expect(throws: misfit) { try EntryFilter([typed], from: Self.here) }
  }

  @Test("take the next term back behind \"not\", which another one takes back")
  func negation() throws {
    let filter = try EntryFilter(
      ["a", "not", "b", "not", "not", "tag:c", "starts:not"], from: Self.here)
    #expect(filter.terms.map(\.isNegated) == [false, true, false, false])
    #expect(throws: FilterMisfit.looseNot) {
      try EntryFilter(["a", "not", "not"], from: Self.here)
    }
  }

  @Test("hold of an entry by what it shows")
  func holding() throws {
    let goal = EntryView.sample(
      1, .goal,
      ["title": "Practise", "due": "2026-12-01", "tags": "prep", "starred": "true"])
    let told = EntryView.sample(
      2, .reflection,
      [
        "happened": "They asked about queues.", "organisation": "Globex GmbH", "mood": "2",
        "occasion": "interview", "people": "Ana Ortiz", "outcome": "second round",
      ])
    for (typed, isGoal, isTold) in [
      ("kind:goal", true, false), ("state:active", true, false), ("state:met", false, false),
      ("due:tuesday", true, false), ("due:..sunday", false, false), ("tag:prep", true, false),
      ("is:starred", true, false), ("is:private", false, false), ("org:glob", false, true),
      ("org:gmbh", false, true), ("people:ortiz", false, true), ("people:ana", false, true),
      ("mood:..2", false, true), ("mood:3..", false, false), ("queue", false, true),
      ("outcome:second", false, true), ("kind:interview", false, true),
      ("occasion:win", false, false), ("on:friday", true, true), ("on:..thursday", false, false),
    ] {
      let filter = try EntryFilter([typed], from: Self.here)
      #expect(filter.takes(goal, on: Self.friday) == isGoal, "\(typed)")
      #expect(filter.takes(told, on: Self.friday) == isTold, "\(typed)")
      let other = try EntryFilter(["not", typed], from: Self.here)
      #expect(other.takes(goal, on: Self.friday) != isGoal, "not \(typed)")
      #expect(other.takes(told, on: Self.friday) != isTold, "not \(typed)")
    }
  }
}
