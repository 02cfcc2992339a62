public import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitStore

/// An open part of a review, and where it is.
public struct KnownPart: Hashable, Sendable {
  /// The field, of the entry or of an element of it.
  public let field: FieldKey
  /// The part.
  public let part: OpenPart

  /// What is under review in an entry and in the elements of its lists.
  static func all(in entry: EntryID, _ transaction: Transaction) throws -> [KnownPart] {
    try transaction.view(of: entry)?.allOpenParts.map { element, part in
      KnownPart(
        field: FieldKey(entry: entry, element: element, field: part.field), part: part)
    } ?? []
  }
}
