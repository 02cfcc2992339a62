internal import AfterwitCausality
internal import AfterwitJournal
internal import AfterwitStore

extension Transaction {
  /// The first day of which the journal tells, or on which it was written; `nil` for an empty one.
  func firstDay(in environment: Environment) throws -> Day? {
    let written = try firstCreated().map { environment.localTime($0.milliseconds).day }
    let told = try views(with: .on, limit: 1).first?.eventDay
    return [written, told].compactMap(\.self).min()
  }

  /// The entries that were made on a day where the person is, the newest first.
  func viewsWritten(on day: Day, in environment: Environment) throws -> [EntryView] {
    let milliseconds = UInt64(86_400_000)
    let start = UInt64(max(0, Day(daysSince1970: 0).days(to: day) - 1)) * milliseconds
    return try storedViews(
      createdFrom: Timestamp(milliseconds: start, counter: 0),
      before: Timestamp(milliseconds: start + 3 * milliseconds, counter: 0)
    ).map { try EntryView($0) }
      .filter { environment.localTime($0.created.milliseconds).day == day }
  }
}
