/// Where a day lies that was named without a year, or by its weekday alone.
public enum DateDirection: Hashable, Sendable {
  /// It is the nearest that has come: what is written about has happened.
  case past
  /// It is the nearest that is still to come: something is planned.
  case future

  /// Whether a moment lies in this direction; the present one lies in both, and so does today.
  func holds(_ day: Day, _ time: TimeOfDay?, seenFrom now: LocalTime) -> Bool {
    let moment = LocalTime(day: day, time: time ?? now.time)
    return self == .past ? moment <= now : moment >= now
  }
}
