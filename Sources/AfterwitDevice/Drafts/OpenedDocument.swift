public import AfterwitEncoding
public import AfterwitJournal

/// A document as it was shown, before anything was written: of an entry, or of one that is to be made.
public struct OpenedDocument: Hashable, Sendable {
  /// What the entry showed; nothing where it is to be made.
  let basis: DocumentBasis
  /// The version that was shown; `nil` where the entry is to be made.
  let version: [EnvelopeID]?
  /// What is given to a new entry beside its document.
  let edits: [FieldEdit]
  /// The text of the document.
  public let shown: String

  /// The kind of the entry.
  public var kind: Kind { basis.kind }
  /// The entry; one that is to be made will have this id.
  public var entry: EntryID { basis.entry }
  /// Whether the entry is to be made.
  public var isNew: Bool { version == nil }
}
