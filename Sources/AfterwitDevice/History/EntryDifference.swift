public import AfterwitDocument
public import AfterwitEncoding
public import AfterwitJournal

/// What differs between two versions of an entry.
public struct EntryDifference: Sendable {
  /// The earlier version; `nil` where nothing had been written yet.
  public let first: EntryVersion?
  /// The later version.
  public let last: EntryVersion
  /// The entry at the later version.
  public let entry: EntryView
  /// What differs, in the order of the kind's fields.
  public let parts: [Part]

  /// One thing that differs.
  public struct Part: Hashable, Sendable {
    /// The field or list; `nil` for whether the entry is there.
    public let field: String?
    /// The item of the list that it is about.
    public let item: ElementID?
    /// The field of the item; `nil` for whether and where the item is there.
    public let itemField: String?
    /// How it differs.
    public let turn: Turn
  }

  /// How something differs.
  public enum Turn: Hashable, Sendable {
    /// A field showed the first and shows the second; `nil` is nothing.
    case value(FieldView?, FieldView?)
    /// The entry or the item came, or came back; of an item, what it shows.
    case came(ElementView?)
    /// The entry or the item was removed; of an item, what it showed.
    case went(ElementView?)
    /// The item stands elsewhere among those that were there.
    case moved
  }
}
