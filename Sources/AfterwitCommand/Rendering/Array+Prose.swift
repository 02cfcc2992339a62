extension [String] {
  /// The words as a list in prose: `one`, `one and two`, `one, two and three`.
  var joinedAsProse: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
