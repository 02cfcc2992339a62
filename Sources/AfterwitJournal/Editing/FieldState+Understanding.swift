public import AfterwitDocument

extension FieldState {
  /// Refuses to edit a field of which this version does not understand everything.
  public func requireUnderstood(_ field: FieldName) throws(EditMisfit) {
    guard notUnderstood.isEmpty else { throw .notUnderstood(field: field.name.string) }
  }
}
