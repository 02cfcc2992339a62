import AfterwitEncoding
import AfterwitJournal
import Testing

@Suite("Insights")
struct InsightsTests {
  @Test("attempts are counted by month, as what they were; notes and what lies ahead are none")
  func attempts() throws {
    let insights = try insights([
      .sample(7, .reflection, ["occasion": "interview", "on": "2026-12-02", "happened": "x"]),
      .sample(6, .reflection, ["occasion": "interview", "on": "2026-11-30"]),
      .sample(5, .reflection, ["occasion": "rejection", "on": "2026-11-29"]),
      .sample(4, .reflection, ["occasion": "interview", "happened": "Written on its day."]),
      .sample(3, .reflection, ["occasion": "win", "on": "2026-09-01"]),
      .sample(2, .reflection, ["occasion": "note", "on": "2026-09-01"]),
      .sample(1, .reflection, ["on": "2026-09-01", "happened": "No occasion."]),
    ])
    #expect(insights.attempts == 3)
    #expect(insights.months.map(\.name) == ["2026-09", "2026-11"])
    #expect(AttemptKind.allCases.map { insights.count($0) } == [1, 1, 0, 1])
    #expect(insights.lastMonths(12).map(\.name) == ["2026-09", "2026-10", "2026-11"])
    #expect(insights.lastMonths(2).map(\.total) == [2])
  }

  @Test("private and deleted entries are left out of everything")
  func hidden() throws {
    let values = ["occasion": "win", "mood": "3", "mood-after": "4", "lesson": "x"]
    let lists = ["lacks": [["of": "x"]], "feedback": [["words": "y"]]]
    let insights = try insights([
      .sample(3, .reflection, values.merging(["private": "true"]) { $1 }, lists: lists),
      .sample(2, .reflection, values, lists: lists, isDeleted: true),
      .sample(1, .goal, ["cadence": "daily", "private": "true"]),
    ])
    #expect(insights.isEmpty)
    #expect(insights.feedback == 0 && insights.lessons == 0)
  }

  @Test("moods are compared where a reflection tells both")
  func moods() throws {
    let insights = try insights([
      .sample(4, .reflection, ["mood": "2", "mood-after": "4", "on": "2026-11-02"]),
      .sample(3, .reflection, ["mood": "1", "mood-after": "4", "on": "2026-10-02"]),
      .sample(2, .reflection, ["mood": "1"]), .sample(1, .reflection, ["mood-after": "5"]),
    ])
    #expect(
      [insights.moods.count, insights.moods.sumBefore, insights.moods.sumAfter] == [2, 3, 8])
    #expect([insights.moods.tenthsBefore, insights.moods.tenthsAfter] == [15, 40])
    #expect(insights.months.map(\.moods.count) == [1, 1])
    #expect(insights.attempts == 0 && !insights.isEmpty)
  }

  @Test("what to work on is counted by its kind, with the newest words for it")
  func lacks() throws {
    let insights = try insights([
      .sample(2, lists: ["lacks": [["of": "Kafka", "kind": "skill"], ["of": "Luck"]]]),
      .sample(
        1,
        lists: [
          "lacks": [
            ["of": "Fast\nvery", "kind": "communication"], ["of": "SQL", "kind": "skill"],
            ["kind": "communication"],
          ]
        ]),
    ])
    #expect(insights.lacks.map(\.kind) == ["skill", "communication", ""])
    #expect(insights.lacks.map(\.count) == [2, 2, 1])
    #expect(insights.lacks.map(\.latest) == ["Kafka", "Fast", "Luck"])
  }

  @Test("lessons and feedback are counted where there was an attempt")
  func yield() throws {
    let insights = try insights([
      .sample(
        3, .reflection, ["occasion": "interview", "lesson": "Ask first."],
        lists: ["feedback": [["words": "Clear."], ["words": "Calm."]]]),
      .sample(2, .reflection, ["occasion": "setback", "lesson": " \n"]),
      .sample(1, .reflection, ["lesson": "A note."], lists: ["feedback": [["words": "x"]]]),
    ])
    #expect([insights.attempts, insights.lessons] == [2, 1])
    #expect([insights.feedback, insights.attemptsWithFeedback] == [2, 1])
  }

  @Test("goals that were met count, and those to be kept to tell how they are")
  func goals() throws {
    let insights = try insights([
      .sample(3, .goal, ["cadence": "daily", "title": "Read"]),
      .sample(2, .goal, ["state": "met", "cadence": "daily"]), .sample(1, .goal, ["title": "Ask"]),
    ])
    #expect(insights.goals.map(\.entry.title) == ["Read"])
    #expect(insights.metGoals == 1)
  }

  @Test("an event at the ends of the calendar is counted like any other")
  func ends() throws {
    let insights = try insights(
      ["0001-01-01", "1969-12-31"].enumerated().map { place, day in
        .sample(place, .reflection, ["occasion": "win", "on": day])
      })
    #expect(insights.months.map(\.name) == ["0001-01", "1969-12"])
    #expect(insights.lastMonths(12).isEmpty)
  }

  private func insights(_ entries: [EntryView]) throws -> Insights {
    let today = try #require(Day("2026-11-30"))
    return Insights(
      of: entries,
      now: LocalTime(universal: 86_400_000 * UInt64(Day(daysSince1970: 0).days(to: today))),
      firstWeekday: .monday
    ) { _ in today }
  }
}
