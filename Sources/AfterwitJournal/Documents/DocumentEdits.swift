public import AfterwitEncoding

/// What a person has done to an entry by editing its document.
public struct DocumentEdits: Hashable, Sendable {
  /// What is done to one list.
  public struct OfList: Hashable, Sendable {
    /// The list.
    public let list: ListDefinition
    /// The elements as they are to stand; `nil` for each new one, in the order of ``added``.
    public var order: [ElementID?] = []
    /// What each new element says.
    public var added: [[FieldEdit]] = []
    /// What becomes of elements that were there.
    public var changed: [Changed] = []
    /// The elements that are gone.
    public var removed: [ElementID] = []
  }

  /// An element whose fields are edited.
  public struct Changed: Hashable, Sendable {
    /// The element.
    public let element: ElementID
    /// The edits of its fields.
    public let edits: [FieldEdit]
  }

  /// The edits of the entry's own fields.
  public var edits: [FieldEdit] = []
  /// The lists that are edited.
  public var lists: [OfList] = []
  /// The lines that were written where all is for reading; nothing is done with them.
  public var notes: [String] = []

  /// Whether nothing is done to the entry.
  public var areNone: Bool { edits.isEmpty && lists.isEmpty }
}
