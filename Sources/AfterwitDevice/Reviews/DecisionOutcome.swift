public import AfterwitEncoding

/// What came of a decision about a review.
public struct DecisionOutcome: Hashable, Sendable {
  /// The entry.
  public let entry: EntryID
  /// What met.
  public let kind: Review.Kind
  /// The name of the field; `entry` for a deletion.
  public let field: String
  /// What each place that was decided now reads, or the whole field where its whole text was given;
  /// `nil` where nothing stands.
  public let reads: [String?]
  /// Whether the entry is out of sight now.
  public let isRemoved: Bool
}
