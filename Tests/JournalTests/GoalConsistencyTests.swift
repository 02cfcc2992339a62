import AfterwitEncoding
import AfterwitJournal
import Testing

@Suite("How goals are kept to")
struct GoalConsistencyTests {
  /// Monday 30 November 2026; the days of the tests are counted from it.
  private static let monday = Day("2026-11-30")

  @Test("a share of the days, where the present one is no miss while it is open")
  func daily() throws {
    // Written down on the Monday a week before: seven days of which six were kept, and today.
    let kept = [-7, -6, -5, -3, -2, -1]
    #expect(try weeks("daily", begun: -7, kept: kept) == [[6, 7], [0, 0]])
    #expect(try weeks("daily", begun: -7, kept: kept + [0]) == [[6, 7], [1, 1]])
    #expect(try consistency("daily", begun: -7, kept: kept)?.percentage == 86)
    #expect(try consistency("daily", begun: 0, kept: [])?.percentage == nil)
  }

  @Test("a day that was skipped for a reason is no miss, and one that was kept too is kept")
  func skipped() throws {
    #expect(
      try weeks("daily", begun: -7, kept: [-7, -6], skipped: [-5, -4]) == [[2, 5], [0, 0]])
    #expect(try weeks("daily", begun: -7, kept: [-7], skipped: [-7]) == [[1, 7], [0, 0]])
    #expect(try weeks("3 a week", begun: -7, kept: [-7], skipped: [-6, -5]) == [[1, 3], [0, 0]])
    #expect(
      try weeks("3 a week", begun: -7, kept: [], skipped: [-7, -6, -5, -4, -3]) == [
        [0, 2], [0, 0],
      ])
    #expect(try weeks("daily", begun: 0, kept: [], skipped: [0]) == [[0, 0]])
  }

  @Test("a full week makes up for no other, and days before the goal are not asked of anybody")
  func weeks() throws {
    #expect(
      try weeks("2 a week", begun: -14, kept: [-14, -13, -12, -11]) == [[4, 4], [0, 2], [0, 0]])
    #expect(try weeks("3 a week", begun: -1, kept: []) == [[0, 1], [0, 0]])
    #expect(try weeks("weekly", begun: 0, kept: [-9]) == [[1, 1], [0, 1], [0, 0]])
    #expect(try weeks("daily", begun: -700, kept: []).count == 12)
  }

  @Test("in the present week only what can no longer be done is missing")
  func present() throws {
    let thursday = 3
    #expect(try weeks("5 a week", begun: 0, kept: [0], today: thursday) == [[1, 1]])
    #expect(try weeks("5 a week", begun: 0, kept: [], today: 4) == [[0, 2]])
    #expect(try weeks("daily", begun: 0, kept: [0, 1, 3], today: thursday) == [[3, 4]])
    #expect(try weeks("weekly", begun: 0, kept: [], today: 6) == [[0, 0]])
  }

  @Test("a week begins where the locale says")
  func firstWeekday() throws {
    // Written down on the Friday; a week from Sunday has two days before it began.
    #expect(try weeks("daily", begun: -3, kept: [-3], from: .sunday) == [[1, 2], [0, 1]])
    #expect(try weeks("daily", begun: -3, kept: [-3], from: .monday) == [[1, 3], [0, 0]])
  }

  @Test(
    "a goal that is over, or that is not to be kept to, has none",
    arguments: [
      ["cadence": "daily", "state": "met"], ["cadence": "daily", "state": "dropped"], [:],
      ["cadence": "now and then"],
    ])
  func none(values: [String: String]) throws {
    let today = try #require(Self.monday)
    #expect(
      GoalConsistency(
        of: .sample(1, .goal, values), begun: today, today: today, firstWeekday: .monday, weeks: 12)
        == nil)
  }

  private func weeks(
    _ cadence: String, begun: Int, kept: [Int], skipped: [Int] = [], today: Int = 0,
    from first: Weekday = .monday
  ) throws -> [[Int]] {
    try consistency(
      cadence, begun: begun, kept: kept, skipped: skipped, today: today, from: first)?
      .weeks.map { [$0.kept, $0.wanted] } ?? []
  }

  private func consistency(
    _ cadence: String, begun: Int, kept: [Int], skipped: [Int] = [], today: Int = 0,
    from first: Weekday = .monday
  ) throws -> GoalConsistency? {
    let monday = try #require(Self.monday)
    let checks =
      kept.map { ["on": monday.advanced(by: $0).description] }
      + skipped.map { ["on": monday.advanced(by: $0).description, "skipped": "ill"] }
    return GoalConsistency(
      of: .sample(1, .goal, ["cadence": cadence], lists: ["check-ins": checks]),
      begun: monday.advanced(by: begun), today: monday.advanced(by: today), firstWeekday: first,
      weeks: 12)
  }
}
