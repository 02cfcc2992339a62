internal import AfterwitCausality
internal import AfterwitEncoding
public import AfterwitJournal
internal import AfterwitStore

extension Device {
  /// Among how many entries the first screen looks for each thing that may stand on it; further ones
  /// would not be seen.
  private static let reach = 64

  /// What stands on the first screen now.
  public func today() throws(DeviceFailure) -> Today {
    let now = environment.now
    let today = now.day
    let yesterday = today.advanced(by: -1)
    return try reading { transaction in
      let before = try transaction.views(
        with: .on, of: yesterday.description, limit: Self.reach)
      let hard =
        try transaction.views(with: .hard, on: today, limit: Self.reach, in: environment)
        + transaction.views(with: .hard, on: yesterday, limit: Self.reach, in: environment)
        .filter { environment.localTime($0.created.milliseconds).day == today }
      return Today(
        now: now, mantra: try transaction.mantra(of: today),
        ahead: try transaction.views(with: .on, from: today.description, limit: Self.reach),
        yesterday: before, answers: try answers(to: before, transaction),
        hard: hard,
        supported: hard.isEmpty
          ? [] : try transaction.views(with: .support, descending: true, limit: Self.reach),
        due: try transaction.views(
          with: .due, through: today.description, descending: true, limit: Self.reach),
        goals: try transaction.views(with: .cadence, limit: Self.reach),
        lesson: try lesson(today, transaction))
    }
  }

  /// The reflections by which awaited events may have been told already.
  private func answers(
    to entries: [EntryView], _ transaction: Transaction
  ) throws -> [EntryView] {
    try entries.filter { Attempt($0)?.isAwaited ?? false }.flatMap { entry in
      try transaction.views(with: .link, of: entry.id.text, limit: Self.reach)
        + (try entry.organisation.map { name in
          try transaction.views(with: .organisation, of: name.compared, limit: Self.reach)
        } ?? [])
    }.filter { !$0.isPrivate }
  }

  /// The lesson that comes back today, the one that has waited longest.
  private func lesson(_ today: Day, _ transaction: Transaction) throws -> ReturningLesson? {
    for days in ReturningLesson.intervals.reversed() {
      let day = today.advanced(by: -days)
      let found = try transaction.views(
        with: .lesson, on: day, limit: Self.reach, in: environment)
      if let entry = found.first { return ReturningLesson(of: entry, days: days) }
    }
    return nil
  }

  /// The reflections of this day in earlier years, the newest first; private ones are left out.
  public func onThisDay() throws(DeviceFailure) -> [EntryView] {
    let today = environment.today
    return try reading { transaction in
      guard let first = try transaction.firstDay(in: environment) else { return [] }
      var found: [EntryView] = []
      var year = today.year - 1
      while year >= first.year {
        defer { year -= 1 }
        guard let day = Day(year: year, month: today.month, dayOfMonth: today.dayOfMonth) else {
          continue
        }
        found += try transaction.views(with: .on, of: day.description)
        found += try transaction.viewsWritten(on: day, in: environment)
          .filter { $0.eventDay == nil && !$0.isPrivate }
      }
      return found
    }
  }
}
