internal import AfterwitEncoding
internal import AfterwitJournal

extension JSONValue {
  /// Insights, as `afterwit.insights/1`.
  static func document(_ insights: Insights) -> JSONValue {
    .members([
      "schema": .string("afterwit.insights/1"),
      "day": .string(insights.today.description),
      "attempts": .integer(insights.attempts),
      "months": .list(insights.months.map { JSONValue($0) }),
      "moods": JSONValue(insights.moods),
      "lacks": .list(
        insights.lacks.map { lack in
          .members([
            "kind": .string(lack.kind), "count": .integer(lack.count),
            "latest": .string(lack.latest),
          ])
        }),
      "lessons": .integer(insights.lessons),
      "feedback": .integer(insights.feedback),
      "attempts-with-feedback": .integer(insights.attemptsWithFeedback),
      "goals": .list(insights.goals.map { JSONValue($0) }),
      "goals-met": .integer(insights.metGoals),
    ])
  }

  private init(_ month: AttemptMonth) {
    self = .object(
      [Member(name: "month", value: .string(month.name))]
        + AttemptKind.allCases.map { kind in
          Member(name: kind.rawValue, value: .integer(month.count(kind)))
        } + [Member(name: "moods", value: JSONValue(month.moods))])
  }

  private init(_ moods: MoodTally) {
    self = .members([
      "count": .integer(moods.count), "before": .integer(moods.sumBefore),
      "after": .integer(moods.sumAfter),
    ])
  }

  private init(_ goal: GoalConsistency) {
    self = .members([
      "id": .string(goal.entry.id.text), "title": .string(goal.entry.title),
      "cadence": .string(goal.cadence.description), "kept": .integer(goal.kept),
      "wanted": .integer(goal.wanted),
      "weeks": .list(
        goal.weeks.map { .members(["kept": .integer($0.kept), "wanted": .integer($0.wanted)]) }),
    ])
  }
}
