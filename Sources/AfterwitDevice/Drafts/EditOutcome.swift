public import AfterwitDocument
public import AfterwitEncoding

/// What came of a request, or of the recovery of a draft.
public struct EditOutcome: Hashable, Sendable {
  /// The entry that shows now what was asked for.
  public let entry: EntryID
  /// Whether anything was recorded; it may have been there already.
  public let isChange: Bool
  /// The element of it that was asked for; `nil` if it was none.
  public var element: ElementKey?
}
