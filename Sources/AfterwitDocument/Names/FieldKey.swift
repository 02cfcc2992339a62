public import AfterwitEncoding

/// One field of one entry.
public struct FieldKey: Hashable, Comparable, Sendable {
  /// The entry.
  public let entry: EntryID
  /// The field.
  public let field: FieldName

  /// The field of an entry.
  public init(entry: EntryID, field: FieldName) {
    self.entry = entry
    self.field = field
  }

  /// Orders by entry, then by field.
  public static func < (left: Self, right: Self) -> Bool {
    (left.entry, left.field) < (right.entry, right.field)
  }
}
