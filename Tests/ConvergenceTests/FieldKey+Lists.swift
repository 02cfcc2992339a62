import AfterwitDocument

extension FieldKey {
  /// Whether it is a list.
  var isList: Bool { element == nil && field.family == .list }
}
