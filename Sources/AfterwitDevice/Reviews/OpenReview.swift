public import AfterwitEncoding

/// An open part of a review as a line tells it: without the words that met.
public struct OpenReview: Hashable, Sendable {
  /// The id of the review.
  public let review: ReviewID
  /// The part.
  public let part: KnownPart
  /// What a person types to name it: `R` if it is the only part, else `R.PART`.
  public let name: String
  /// What met.
  public let kind: Review.Kind
  /// The entry.
  public let entry: EntryID
  /// The title of the entry; empty where it has none.
  public let title: String
  /// Where it is in the entry: the field, or for an item the list and the field.
  public let place: String
  /// The values that were set, the one that is shown first; none where none was.
  public let values: [String]
  /// Who removed what others kept; nobody where nothing was removed.
  public let removers: [Writer]
  /// Who wrote what met, this machine first.
  public let writers: [Writer]

  /// When the last of it was written, in milliseconds since 1970.
  public var milliseconds: UInt64 { writers.map(\.milliseconds).max() ?? 0 }
}
