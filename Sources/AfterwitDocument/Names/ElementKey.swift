public import AfterwitEncoding

/// An element of a list, and the entry that the list is in.
public struct ElementKey: Hashable, Comparable, Sendable {
  /// The entry.
  public let entry: EntryID
  /// The element.
  public let element: ListElement

  /// An element of given parts.
  public init(entry: EntryID, element: ListElement) {
    self.entry = entry
    self.element = element
  }

  /// The list that the element is in.
  public var list: FieldKey { FieldKey(entry: entry, field: element.list) }

  /// Orders by entry, then by element.
  public static func < (left: Self, right: Self) -> Bool {
    (left.entry, left.element) < (right.entry, right.element)
  }
}
