/// Why an edit cannot be meant as it stands; nothing was changed.
public enum EditMisfit: Error, Hashable, Sendable {
  /// There is no field of this name that can be written.
  case noField(String, of: FieldOwner)
  /// The kind has no list of this name.
  case noList(String, in: Kind)
  /// A field is given a whole value or text twice in one command.
  case givenTwice(field: String)
  /// The field holds several values, of which one is added or removed at a time.
  case holdsSeveral(field: String)
  /// The field holds one value, which is set.
  case holdsOne(field: String)
  /// The field holds no long text.
  case holdsNoText(field: String)
  /// The field does not take the value; it takes what `expected` says.
  case value(String, field: String, expected: String)
  /// The field takes a day, and the phrase is none.
  case date(String, field: String, DateMisfit)
  /// The field names another entry, and was given the entry itself.
  case namesItself(field: String)
  /// A value has more bytes than a register holds.
  case valueTooLong(field: String, limit: Int)
  /// An element of a set is empty, or has more bytes than a set holds.
  case elementLength(field: String, limit: Int)
  /// A text has more bytes than one change may have.
  case textTooLarge(bytes: Int, limit: Int)
  /// The field was written by a later version, and this one does not understand all of it.
  case notUnderstood(field: String)
  /// Something is to be made of which nothing is said.
  case nothingSaid(of: FieldOwner)
}

extension EditMisfit {
  /// Says of which field a value was no value.
  init(_ misfit: FieldDefinition.Misfit, of value: String, field: String) {
    switch misfit {
    case .expected(let expected): self = .value(value, field: field, expected: expected)
    case .date(let reason): self = .date(value, field: field, reason)
    }
  }
}
