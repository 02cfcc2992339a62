public import AfterwitJournal

/// Which entries `list` and `find` show, and in what order.
public struct ListFilter: Hashable, Sendable {
  /// By what entries are sorted.
  public enum Order: String, CaseIterable, Hashable, Sendable {
    /// The day of what they tell of, or of the writing where they tell of none; the newest first.
    case on
    /// When they were written, the newest first.
    case written
    /// When they were last changed, the newest first.
    case modified
    /// The first day on which something in them is due, the first first; others are left out.
    case due
  }

  /// What holds of them.
  public var filter: EntryFilter
  /// The deleted entries instead of those that are shown.
  public var deleted: Bool
  /// Whether private entries are among them.
  public var includesPrivate: Bool
  /// By what they are sorted.
  public var order: Order
  /// At most this many.
  public var limit: Int?

  /// A filter of given parts.
  public init(
    _ filter: EntryFilter = EntryFilter(), deleted: Bool = false, includesPrivate: Bool = true,
    order: Order = .on, limit: Int? = nil
  ) {
    self.filter = filter
    self.deleted = deleted
    self.includesPrivate = includesPrivate
    self.order = order
    self.limit = limit
  }
}
