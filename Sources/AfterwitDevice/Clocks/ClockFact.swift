/// What a person should know of a clock, because it dates what is written.
public enum ClockFact: Hashable, Sendable {
  /// This machine's clock stands far from where it stood when something was written last; both in
  /// milliseconds since 1970.
  case jumped(before: UInt64, now: UInt64)
  /// The clock of another device is ahead of this machine's by at least so many milliseconds;
  /// behind, where they are below zero. The name is `nil` if this device has not read one.
  case apart(name: String?, milliseconds: Int64)
}
