public import AfterwitEncoding

/// An element of a list of an entry.
public struct ListElement: Hashable, Comparable, Sendable {
  /// The list.
  public let list: FieldName
  /// The element, which has this id for ever, removed and brought back too.
  public let id: ElementID

  /// An element of given parts.
  public init(list: FieldName, id: ElementID) {
    self.list = list
    self.id = id
  }

  /// Orders by list, then by id.
  public static func < (left: Self, right: Self) -> Bool {
    (left.list, left.id) < (right.list, right.id)
  }
}
