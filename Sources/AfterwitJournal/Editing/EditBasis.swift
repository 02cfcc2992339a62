public import AfterwitDocument
public import AfterwitEncoding
public import AfterwitText

/// What an edit asks about the journal that it is made in; who records the change reads the answers.
public protocol EditBasis {
  /// A text as a person is shown it, with the copies that stand where it is under review.
  ///
  /// - Parameter state: the state of its field, as it is now.
  func shownText(of field: FieldKey, in state: FieldState?) throws -> ShownText

  /// The entry that a person means by a unique prefix of its id, or by `@`: the last one touched.
  func entryID(_ typed: String) throws -> EntryID
}
