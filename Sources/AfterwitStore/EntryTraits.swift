/// What the index of each order has of an entry, so that a list chooses without a look at its row.
public struct EntryTraits: Hashable, Sendable {
  /// Its kind as it is written.
  public let kind: String
  /// The day that it tells of, as `2026-11-20`; `nil` where it has none.
  public let day: String?
  /// The first and the last day on which something in it is due; `nil` where nothing is.
  public let due: ClosedRange<String>?
  /// Whether it is hidden by a deletion.
  public let isDeleted: Bool
  /// Whether it stays out of sight unless asked for.
  public let isPrivate: Bool
  /// Whether it is starred.
  public let isStarred: Bool
  /// How many parts of reviews are open.
  public let reviews: Int
  /// The mood; `nil` where it tells of none.
  public let mood: Int?
  /// What kind of event it tells of, as that is written; `nil` where it tells of none.
  public let occasion: String?
  /// The state that it is in, as that is written; `nil` where it has none.
  public let state: String?

  /// Traits of given values.
  public init(
    kind: String, day: String?, due: ClosedRange<String>?, isDeleted: Bool, isPrivate: Bool,
    isStarred: Bool, reviews: Int, mood: Int?, occasion: String?, state: String?
  ) {
    self.kind = kind
    self.day = day
    self.due = due
    self.isDeleted = isDeleted
    self.isPrivate = isPrivate
    self.isStarred = isStarred
    self.reviews = reviews
    self.mood = mood
    self.occasion = occasion
    self.state = state
  }
}
