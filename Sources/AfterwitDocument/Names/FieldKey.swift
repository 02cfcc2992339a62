public import AfterwitEncoding

/// One field: of an entry, or of an element of one of its lists.
public struct FieldKey: Hashable, Comparable, Sendable {
  /// The entry.
  public let entry: EntryID
  /// The element, or `nil` for a field of the entry itself.
  public let element: ListElement?
  /// The field.
  public let field: FieldName

  /// What names the changes that one takes back.
  public static let undo = FieldKey(entry: .journal, field: .undo)

  /// The field of an entry, or of an element of it.
  public init(entry: EntryID, element: ListElement? = nil, field: FieldName) {
    self.entry = entry
    self.element = element
    self.field = field
  }

  /// The family that keeps the field, or `nil` where none that is known does.
  var family: FieldFamily? { element == nil ? field.family : field.elementFamily }

  /// Whether the field tells that an entry is there.
  var isPresence: Bool { element == nil && field.family == .presence }

  /// Whether the field tells what the entry is; an entry of which anything stands is of a kind, and so
  /// no write of it is ever void.
  var isKind: Bool { element == nil && field == .kind }

  /// The field of the entry in which it lies: the list, for a field of an element.
  public var entryField: FieldName { element?.list ?? field }

  /// Feeds the ids and the name: an element's id tells its list, and a name mostly its family.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(entry)
    if let element { hasher.combine(element.id) }
    hasher.combine(field.name)
  }

  /// Orders by entry, then by the entry's field; the fields of a list's elements, by id and name, come
  /// behind the list.
  public static func < (left: Self, right: Self) -> Bool {
    if left.entry != right.entry { return left.entry < right.entry }
    let (leftField, rightField) = (left.entryField, right.entryField)
    if leftField != rightField { return leftField < rightField }
    guard let leftElement = left.element else { return right.element != nil }
    guard let rightElement = right.element else { return false }
    return (leftElement.id, left.field) < (rightElement.id, right.field)
  }
}
