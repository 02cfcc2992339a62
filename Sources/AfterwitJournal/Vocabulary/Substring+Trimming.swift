extension Substring {
  /// The text without the white space at its ends.
  package var trimmed: Substring {
    // A mark that stands on a space is no white space, though to Swift the two are one character.
    var rest = unicodeScalars.drop(while: \.properties.isWhitespace)
    while rest.last?.properties.isWhitespace == true { rest.removeLast() }
    return Substring(rest)
  }
}
