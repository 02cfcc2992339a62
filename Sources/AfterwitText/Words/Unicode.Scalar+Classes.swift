extension Unicode.Scalar {
  /// Whether it is a space within a line.
  var isSpace: Bool { ScalarClass(self) == .space }

  /// Whether it is a space or the end of a line.
  var isWhite: Bool { self == "\n" || self == "\r" || isSpace }

  /// Whether it is a syllable of Hangul, which is a word and no initial.
  var isHangul: Bool { (0xac00...0xd7a3).contains(value) }

  /// Whether it is a space that keeps the digits of a number together, as in 94 600.
  var isSpaceOfNumbers: Bool {
    switch self {
    case "\u{a0}", "\u{2009}", "\u{202f}": true
    default: false
    }
  }

  /// Whether it ends a line, or begins what ends one.
  var isLineEnd: Bool { self == "\n" || self == "\r" }

  /// Whether it is a sign as wide as those of Han, beside which no space stands.
  var isWideSign: Bool {
    ((0x3000...0x303f).contains(value) || (0xff00...0xff65).contains(value))
      && ScalarClass(self) == .none
  }

  /// Whether it makes words, alone or with others.
  var isOfWords: Bool { ScalarClass(self).isOfWords }
}
