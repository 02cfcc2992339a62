public import AfterwitJournal

/// Which entries `list` shows.
public struct ListFilter: Hashable, Sendable {
  /// Only those of this kind.
  public var kind: Kind?
  /// Only those with all of these tags.
  public var tags: [String]
  /// The deleted entries instead of those that are shown.
  public var deleted: Bool
  /// At most this many, the newest.
  public var limit: Int?

  /// A filter of given parts.
  public init(kind: Kind? = nil, tags: [String] = [], deleted: Bool = false, limit: Int? = nil) {
    self.kind = kind
    self.tags = tags
    self.deleted = deleted
    self.limit = limit
  }
}
