internal import AfterwitDocument

/// A text of an entry that is looked through.
struct SearchedText {
  /// The field that it is of.
  let field: FieldName
  /// The text, as a person reads it.
  let text: String
}
