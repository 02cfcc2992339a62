internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitText

/// What one command of a person did, as the person meant it.
struct Deed: Sendable {
  /// One thing that it did to one field of an entry.
  enum Effect: Sendable {
    /// Marks were typed into a text, and marks that were shown were erased from it.
    case text(field: String, edit: MarkEdit)
    /// A mark was replaced by another one and nothing else was changed.
    case rewrote(field: String, mark: Unicode.Scalar, by: Unicode.Scalar)
    /// A register was given a value.
    case register(field: String, value: String)
    /// An element was added to a set.
    case added(field: String, element: String)
    /// An element that was shown was removed from a set.
    case removed(field: String, element: String)
    /// The entry was hidden.
    case deleted
    /// The entry was made, or shown again.
    case shown
    /// The parts of a review that consist of these hunks were decided, all that were open or some.
    case decided(field: String, kind: ReviewKind, hunks: Set<HunkID>, isWhole: Bool)
  }

  /// The envelope that holds it.
  let id: EnvelopeID
  /// The entry.
  let entry: EntryID
  /// What it did.
  let effects: [Effect]
  /// The version that its author was shown.
  let version: Set<EnvelopeID>
}
