/// A day that a person named in words, as it was understood.
public struct UnderstoodDate: Hashable, Sendable {
  /// The field that holds it.
  public let field: String
  /// The day.
  public let day: Day
  /// The time of day, if one was named.
  public let time: TimeOfDay?
  /// The day on which it was named.
  public let today: Day
}
