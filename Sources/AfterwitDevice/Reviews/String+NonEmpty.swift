extension String {
  /// The string, or `nil` for an empty one.
  var nonEmpty: String? { isEmpty ? nil : self }
}
