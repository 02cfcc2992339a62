/// A bound that a relay's operator gave a journal, and that is used up (AW-RELAY-69).
public struct QuotaUse: Hashable, Sendable {
  /// What is counted.
  public enum Measure: UInt8, Hashable, Sendable, CaseIterable {
    /// The bytes of the envelopes that are held; the last of them are kept back (AW-RELAY-70).
    case bytes = 1
    /// The envelopes that are held.
    case envelopes = 2
  }

  /// What is counted.
  public let measure: Measure
  /// How many there are.
  public let used: UInt64
  /// How many there may be.
  public let limit: UInt64

  /// A use of given parts.
  public init(_ measure: Measure, used: UInt64, limit: UInt64) {
    self.measure = measure
    self.used = used
    self.limit = limit
  }
}
