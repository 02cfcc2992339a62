extension Unicode.Scalar {
  /// Whether it is a space within a line.
  var isSpace: Bool { ScalarClass(self) == .space }

  /// Whether it is a space or the end of a line.
  var isWhite: Bool { self == "\n" || self == "\r" || isSpace }

  /// Whether it makes words, alone or with others.
  var isOfWords: Bool { ScalarClass(self).isOfWords }
}
