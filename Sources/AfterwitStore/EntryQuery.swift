public import AfterwitCausality

/// Which entries may be meant, as far as their rows, facets and words tell.
public struct EntryQuery: Sendable {
  /// Only those of this kind.
  public var kind: String?
  /// Those that are hidden by a deletion, or those that are not.
  public var isDeleted = false
  /// Only those that are private, or only those that are not; `nil` for both.
  public var isPrivate: Bool?
  /// Whether a review must be open in it.
  public var isUnderReview = false
  /// Whether something in it must be due on some day.
  public var isDue = false
  /// What each must have.
  public var facets: [Facet] = []
  /// What its words must hold: one term of each group.
  public var words: [[SearchTerm]] = []
  /// The days that it may tell of.
  public var days: ClosedRange<String>?
  /// When it may have been first touched, where it tells of no day of its own.
  public var created: Range<Timestamp>?

  /// A query for every entry that is shown.
  public init() {}
}

/// In what order entries are read, the newest first.
public enum EntryOrder: Hashable, Sendable {
  /// Those that tell of a day of their own, by it and then by when they were first touched.
  case day
  /// Those that tell of no day of their own, by when they were first touched.
  case undated
  /// All, by when they were first touched.
  case created
  /// All, by when they were last touched.
  case modified
  /// Those in which something is due, what is due first before the others.
  case due
}

/// What is known of an entry before its view is read.
public struct EntryKey: Hashable, Sendable {
  let rowid: Int64
  /// When it was first touched.
  public let created: Timestamp
  /// The day that it tells of.
  public let day: String?
}
