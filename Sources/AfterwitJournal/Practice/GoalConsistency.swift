internal import AfterwitDocument

// How well a goal is kept to is told as a share, and never as a streak: a streak is lost with one
// day, and a share is not. Each week is taken for itself. A day that was skipped for a reason is not
// asked of anybody, and so is a day before the goal was there. In the week that is not over, only
// what can no longer be done in it is missing. A week in which more was done than was wanted is
// full, and makes up for no other.

/// How a goal was kept to, week by week.
public struct GoalConsistency: Hashable, Sendable {
  /// A week, or what there was of it.
  public struct Week: Hashable, Sendable {
    /// On how many days the goal was kept to.
    public let kept: Int
    /// On how many it was to be; never less than it was.
    public let wanted: Int
  }

  /// The goal.
  public let entry: EntryView
  /// How often it is to be kept to.
  public let cadence: Cadence
  /// The weeks, the oldest first; the last is the present one.
  public let weeks: [Week]

  /// The last weeks of a goal; `nil` for one that is not to be kept to.
  ///
  /// - Parameters:
  ///   - begun: the day on which it was written down; what was kept to before counts too.
  ///   - today: the present day.
  ///   - firstWeekday: the day that begins a week.
  ///   - count: how many weeks are looked at, at most.
  public init?(of entry: EntryView, begun: Day, today: Day, firstWeekday: Weekday, weeks count: Int)
  {
    guard entry.kind == .goal, entry.isActive,
      let cadence = entry.register(.cadence).flatMap({ Cadence($0) })
    else { return nil }
    let checks = GoalDays(of: entry)
    let start = min(begun, checks.kept.min() ?? begun)
    let present = today.startOfWeek(from: firstWeekday)
    self.entry = entry
    self.cadence = cadence
    weeks = (0..<count).reversed().compactMap { place in
      let first = present.advanced(by: -7 * place)
      guard first.advanced(by: 6) >= start, first <= today else { return nil }
      return Week(from: max(first, start), through: first.advanced(by: 6), today, checks, cadence)
    }
  }

  /// On how many days of these weeks it was kept to.
  public var kept: Int { weeks.reduce(0) { $0 + $1.kept } }
  /// On how many it was to be.
  public var wanted: Int { weeks.reduce(0) { $0 + $1.wanted } }
  /// The share of the days, in percent; `nil` while none was to be.
  public var percentage: Int? { wanted == 0 ? nil : (200 * kept + wanted) / (2 * wanted) }
}

extension GoalConsistency.Week {
  fileprivate init(
    from first: Day, through last: Day, _ today: Day, _ checks: GoalDays, _ cadence: Cadence
  ) {
    let days = (0...first.days(to: last)).map { first.advanced(by: $0) }
    let isSettled = checks.isSettled(today)
    let skipped = days.filter { checks.skipped.contains($0) }.count
    let open = days.filter {
      ($0 > today || ($0 == today && !isSettled)) && !checks.skipped.contains($0)
    }
    kept = days.filter { $0 <= today && checks.kept.contains($0) }.count
    wanted = max(kept, min(cadence.timesPerWeek, days.count - skipped) - open.count)
  }
}
