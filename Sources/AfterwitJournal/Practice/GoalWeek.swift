internal import AfterwitDocument

/// The last seven days of a goal that is to be kept to.
public struct GoalWeek: Hashable, Sendable {
  /// The goal.
  public let entry: EntryView
  /// How often it is to be kept to.
  public let cadence: Cadence
  /// On how many of the days it was kept to.
  public let kept: Int
  /// On how many it was to be: days skipped for a reason are no misses.
  public let wanted: Int
  /// Whether the present day is settled: kept to, or skipped for a reason.
  public let isSettledToday: Bool

  /// The week that ends today; `nil` for a goal that is not to be kept to.
  public init?(of entry: EntryView, today: Day) {
    guard entry.kind == .goal, entry.isActive,
      let cadence = entry.register(.cadence).flatMap({ Cadence($0) })
    else { return nil }
    let days = GoalDays(of: entry)
    let week = (0...6).map { today.advanced(by: -$0) }
    kept = week.filter { days.kept.contains($0) }.count
    let skipped = week.filter { days.skipped.contains($0) }.count
    wanted = max(kept, min(cadence.timesPerWeek, week.count - skipped))
    isSettledToday = days.isSettled(today)
    self.entry = entry
    self.cadence = cadence
  }

  /// Whether a check is wanted today: the day is open, and the week is not full.
  public var isOpen: Bool { !isSettledToday && kept < wanted }
}
