/// A review that asks nothing any more: what it asked last, and what came of it.
public struct EndedReview: Hashable, Sendable {
  /// How a review ended.
  public enum End: Hashable, Sendable {
    /// Somebody decided: each part is answered by what stands in it.
    case decided
    /// The entry or the item that it was in was removed by somebody who had seen it all.
    case removed
    /// What was written since goes together with all sides.
    case settled
  }

  /// What it asked last; what stands in its parts is what stood when it had ended.
  public let review: Review
  /// How it ended.
  public let end: End
  /// What answered each part; `nil` where that is none of the answers that were offered, but words or a
  /// value of somebody's own, and where nobody decided.
  public let answers: [ReviewAnswer?]
  /// Who ended it, and when; `nil` where nobody did alone.
  public let writer: Writer?
  /// The field's whole text or value now, or the words of the entry or item; `nil` where it has none.
  public let now: String?
  /// Whether the entry or item is out of sight now.
  public let isRemoved: Bool
}

/// A review that a person asks for by its name.
public enum FoundByName: Hashable, Sendable {
  /// It waits for a decision.
  case open(Review)
  /// It has ended.
  case ended(EndedReview)
}
