internal import AfterwitDocument

// Fields that came after the table of codes was closed; a change writes their names out
// (Protocol/4-documents, "Field names").

extension FieldName {
  /// The time of day of an event.
  static let at = FieldName("at", family: .register)
  /// The people who were there for the person.
  static let support = FieldName("support", family: .set)
  /// How often a story was rehearsed.
  static let rehearsed = FieldName("rehearsed", family: .counter)
}
