/// From where a person names days: when they speak, and how they count a week.
public struct Standpoint: Hashable, Sendable {
  /// When they speak, where they are.
  public let now: LocalTime
  /// The day that begins a week.
  public let firstWeekday: Weekday

  /// A standpoint of given parts.
  public init(now: LocalTime, firstWeekday: Weekday = .monday) {
    self.now = now
    self.firstWeekday = firstWeekday
  }
}
