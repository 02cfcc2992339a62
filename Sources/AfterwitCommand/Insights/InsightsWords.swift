internal import AfterwitJournal

/// What is said of insights in words, on every page of them.
struct InsightsWords {
  /// So many goals are shown; a page of hundreds is of no use to anybody.
  private static let goalLimit = 12

  let insights: Insights

  /// The goals that are shown, the newest.
  var shownGoals: [GoalConsistency] { Array(insights.goals.prefix(Self.goalLimit)) }

  /// What is said of those that are not; `nil` where all are.
  var otherGoals: String? {
    let count = insights.goals.count - Self.goalLimit
    return count > 0 ? "and " + Self.counted(count, "older goal") : nil
  }

  /// How often the person tried.
  var attempts: String {
    let kinds = AttemptKind.allCases.filter { insights.count($0) > 0 }
      .map { Self.counted(insights.count($0), $0.rawValue) }
    let times = insights.attempts == 1 ? "once" : "\(insights.attempts) times"
    return "You tried \(times): \(kinds.joinedAsProse). "
      + (insights.attempts == 1 ? "It counts." : "Every one of them counts.")
  }

  /// How the mood was.
  var mood: String {
    let moods = insights.moods
    let who = Self.counted(moods.count, "reflection") + (moods.count == 1 ? " tells" : " tell")
    return "From \(Self.tenths(moods.tenthsBefore)) on the day to "
      + "\(Self.tenths(moods.tenthsAfter)) later, of 5; \(who) both."
  }

  /// What attempts left behind.
  var yield: String {
    let lessons =
      insights.lessons == 0
      ? "No lesson is written yet"
      : "\(insights.lessons) of \(Self.counted(insights.attempts, "attempt")) left a lesson"
    let feedback =
      insights.feedback == 0
      ? "there is no feedback yet"
      : "\(insights.attemptsWithFeedback) brought feedback, "
        + Self.counted(insights.feedback, "piece") + " in all"
    return lessons + "; " + feedback + "."
  }

  /// How many goals were met, and how the others are shown.
  var goals: String {
    [
      insights.metGoals == 0 ? nil : Self.counted(insights.metGoals, "goal") + " met.",
      insights.goals.isEmpty ? nil : "Week by week, the present one last:",
    ].compactMap(\.self).joined(separator: " ")
  }

  /// What a goal is, in a line.
  static func goal(_ goal: GoalConsistency) -> String {
    guard goal.wanted > 0 else { return "\(goal.cadence), just begun" }
    guard goal.kept > 0 else { return "\(goal.cadence), no check yet" }
    return "\(goal.cadence), kept \(goal.kept) of "
      + counted(goal.wanted, goal.cadence.timesPerWeek == 7 ? "day" : "time")
  }

  /// The share of a goal, once there is one.
  static func share(_ goal: GoalConsistency) -> String {
    goal.kept == 0 ? "" : goal.percentage.map { "\($0)%" } ?? ""
  }

  /// What stands here once there is something.
  static let promise = (
    head: "Nothing to look back on yet. One day this shows:",
    items: [
      "how often you tried, month by month", "your mood on the day, and later",
      "what to work on, by kind", "the lessons and the feedback that attempts left",
      "how you keep to your goals",
    ], next: "afterwit new interview \"how it went\""
  )

  /// The name of a kind of what was lacked.
  static func kind(_ lack: LackTally) -> String { lack.kind.isEmpty ? "other" : lack.kind }

  /// The month as people write it: `Nov 2026`.
  static func month(_ month: AttemptMonth) -> String {
    "\(Day.shortMonthName(month.month)) \(month.year)"
  }

  /// A number of tenths: `2.1`.
  static func tenths(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }

  /// `1 interview`, `2 interviews`.
  static func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)" + (count == 1 ? "" : "s")
  }
}
