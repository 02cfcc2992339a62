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
    let begun = today.advanced(by: -6)
    var kept: Set<Day> = []
    var skipped: Set<Day> = []
    for element in entry.list(.checkIns) {
      guard let day = Day(element.words(of: FieldName(ofElement: .on))), begun...today ~= day
      else { continue }
      if element.words(of: FieldName(ofElement: .skipped)).isEmpty {
        kept.insert(day)
      } else {
        skipped.insert(day)
      }
    }
    skipped.subtract(kept)
    self.entry = entry
    self.cadence = cadence
    self.kept = kept.count
    wanted = max(kept.count, min(cadence.timesPerWeek, 7 - skipped.count))
    isSettledToday = kept.contains(today) || skipped.contains(today)
  }

  /// Whether a check is wanted today: the day is open, and the week is not full.
  public var isOpen: Bool { !isSettledToday && kept < wanted }
}
