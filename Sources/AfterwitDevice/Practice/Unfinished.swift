/// What waits for a person beside the practice.
public struct Unfinished: Hashable, Sendable {
  /// How many drafts were left by edits that did not end.
  public let drafts: Int
  /// How many parts of reviews are open.
  public let reviews: Int
  /// How many envelopes with something to tell the relay lacks, as far as this device knows; 0 where there is no relay.
  public let pending: Int
  /// Whether a quarter has passed since the bad days were rehearsed, or a person was reminded of it.
  public let isDrillDue: Bool
  /// Whether any entry is shown.
  public let isBegun: Bool
}
