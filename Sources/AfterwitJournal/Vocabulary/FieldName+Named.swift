package import AfterwitDocument

// Fields that came after the table of codes was closed; a change writes their names out
// (Protocol/4-documents, "Field names").

extension FieldName {
  /// The time of day of an event.
  static let at = FieldName("at", family: .register)
  /// The people who were there for the person.
  static let support = FieldName("support", family: .set)
  /// What the sources of an imported entry said of it; it is not shown, and no part of the view.
  package static let imported = FieldName("imported", family: .set)
  /// Of the journal itself: which command a change is part of that did not fit one change.
  package static let command = FieldName("command", family: .register)
  /// How often a story was rehearsed.
  static let rehearsed = FieldName("rehearsed", family: .counter)
}
