public import AfterwitEncoding

/// A text of an entry, or of an item of it, with who wrote each line.
public struct BlamedText: Hashable, Sendable {
  /// The field.
  public let field: String
  /// The item that has the field; `nil` for one of the entry itself.
  public let item: ElementID?
  /// The lines, in their order.
  public let lines: [Line]

  /// A line.
  public struct Line: Hashable, Sendable {
    /// Its words.
    public let text: String
    /// The version whose change wrote most of it; `nil` where all of it is under review.
    public let version: EntryVersion?
  }
}
