extension String {
  /// How many characters of a long stretch are shown at each of its ends.
  private static let shownAtEnds = 160

  /// The text; of a long one only its beginning and its end.
  var shortenedInTheMiddle: String {
    guard count > 3 * Self.shownAtEnds else { return self }
    return prefix(Self.shownAtEnds) + " … " + suffix(Self.shownAtEnds)
  }

  /// The text with its first letter in upper case.
  var capitalizedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }

  /// The text without spaces and line breaks at its ends.
  var trimmed: String {
    var text = self[...].drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
