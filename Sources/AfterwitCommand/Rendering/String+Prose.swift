extension String {
  /// How many characters are left at each end of a long stretch that nobody changed.
  private static let shownAtEnds = 160

  /// The text, without the middle of a long one.
  var shortenedInTheMiddle: String {
    guard count > 3 * Self.shownAtEnds else { return self }
    return prefix(Self.shownAtEnds) + " … " + suffix(Self.shownAtEnds)
  }

  /// The text with its first letter as at the beginning of a sentence.
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
