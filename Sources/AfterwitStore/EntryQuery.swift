public import AfterwitCausality

/// Which entries may be meant, as far as their rows, facets and words tell.
public struct EntryQuery: Sendable {
  /// Those that are hidden by a deletion, or those that are not.
  public var isDeleted = false
  /// What must hold of each.
  public var required: [EntryTerm] = []
  /// What must hold of none.
  public var excluded: [EntryTerm] = []
  /// The days between which something in it must be due: on one of them, or before and behind them.
  public var due: ClosedRange<String>?
  /// What its words must hold: one term of each group.
  public var words: [[SearchTerm]] = []
  /// The days that it may tell of.
  public var days: ClosedRange<String>?
  /// When it may have been first touched, where it tells of no day of its own.
  public var created: Range<Timestamp>?

  /// A query for every entry that is shown.
  public init() {}
}

/// Something that the store knows of an entry as exactly as its view tells it.
public enum EntryTerm: Hashable, Sendable {
  /// It is of a kind.
  case kind(String)
  /// It tells of a kind of event.
  case occasion(String)
  /// It is in a state.
  case state(String)
  /// Its mood lies in a range.
  case mood(ClosedRange<Int>)
  /// It is starred.
  case starred
  /// It stays out of sight unless asked for.
  case `private`
  /// A review is open in it.
  case review
  /// It has a facet.
  case facet(Facet)
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
