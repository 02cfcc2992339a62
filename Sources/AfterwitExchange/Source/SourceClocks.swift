public import AfterwitJournal

/// What clocks show in the zones of the world.
public protocol SourceClocks: Sendable {
  /// The moment so many seconds after the start of 1970 as a clock in a zone shows it; where the
  /// person is if no zone is named. `nil` where there is no such zone.
  func localTime(_ seconds: Int64, in zone: String?) -> LocalTime?
}
