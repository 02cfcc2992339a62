extension Substring {
  /// The text without the white space at its ends.
  package var trimmed: Substring {
    // A mark that stands on a space is no white space, though to Swift the two are one character.
    var rest = unicodeScalars.drop(while: \.isWhiteSpace)
    while rest.last?.isWhiteSpace == true { rest.removeLast() }
    return Substring(rest)
  }
}

extension Unicode.Scalar {
  /// Whether it is white space; of ASCII that is known without a look at the tables.
  fileprivate var isWhiteSpace: Bool {
    isASCII ? value == 0x20 || 0x09...0x0d ~= value : properties.isWhitespace
  }
}
