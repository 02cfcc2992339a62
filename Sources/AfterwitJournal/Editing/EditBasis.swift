public import AfterwitEncoding

/// What an edit asks about the journal that it is made in; who records the change reads the answers.
public protocol EditBasis {
  /// The entry that a person means by a unique prefix of its id, or by `@`: the last one touched.
  func entryID(_ typed: String) throws -> EntryID

  /// Whether an attempt follows another, directly or by those between them.
  func follows(_ attempt: EntryID, _ other: EntryID) throws -> Bool

  /// All characters of the id of the entry or element that a person means by a unique prefix of it,
  /// or by `@`.
  func originText(_ typed: String) throws -> String
}
