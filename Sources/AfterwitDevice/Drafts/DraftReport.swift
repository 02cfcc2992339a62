public import AfterwitEncoding
public import AfterwitJournal

/// A text that an edit has left behind, or that an editor has open now.
public struct DraftReport: Hashable, Sendable {
  /// What people call it.
  public let name: String
  /// The file that holds the text.
  public let path: String
  /// The entry it belongs to; `nil` if that is not known, or if it was not made yet.
  public let entry: EntryID?
  /// The kind of the entry that was to be made.
  public let kind: Kind?
  /// The field it belongs to; `nil` if that is not known.
  public let field: String?
  /// Whether it is a document, of all fields.
  public let isDocument: Bool
  /// When it was begun, in milliseconds since 1970; `nil` if that is not known.
  public let milliseconds: UInt64?
  /// The beginning of the text, on one line.
  public let words: String
  /// Whether an editor, or a command that waits for one, uses it now.
  public let isOpen: Bool
}
