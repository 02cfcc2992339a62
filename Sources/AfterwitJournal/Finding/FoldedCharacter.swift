internal import AfterwitText

/// A letter, a sign or an emoji without what does not matter to a person who looks for it.
///
/// Of a letter, case and accents do not matter, nor what is not seen at all; of a sign, how it is
/// painted. Signs that few keyboards have stand for those that people type in their place.
struct FoldedCharacter {
  /// How it stands among others.
  enum Place {
    /// It parts words.
    case between
    /// It is a part of the word that it stands in.
    case inWord
    /// It stands for itself, whatever is beside it: a sign, or a letter of a script without spaces.
    case alone
  }

  /// Its folded form; empty where nothing of it is seen.
  let bytes: [UInt8]
  /// How it stands among others.
  let place: Place

  /// Folds a character.
  init(_ character: Character) {
    var seen = String.UnicodeScalarView()
    for scalar in String(character).decomposed {
      if seen.first?.isInWord ?? scalar.isInWord {
        seen.append(contentsOf: scalar.foldedInWord)
      } else if !scalar.isVariationSelector {
        seen.append(scalar.typed)
      }
    }
    place = seen.first.map(Self.place) ?? .inWord
    bytes = place == .between ? [UInt8(ascii: " ")] : Array(String(seen).composed.utf8)
  }

  private static func place(of scalar: Unicode.Scalar) -> Place {
    if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
      return .between
    }
    return scalar.isInWord && UnspacedScript(scalar) == nil ? .inWord : .alone
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter, a digit or a mark on one.
  fileprivate var isInWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      typed == self
    case .format: properties.isDefaultIgnorableCodePoint
    default: false
    }
  }

  /// What stays of it in a word: nothing of an accent, the same for small and capital letters.
  fileprivate var foldedInWord: [Unicode.Scalar] {
    guard !isAccent, !properties.isDefaultIgnorableCodePoint else { return [] }
    guard properties.changesWhenCaseFolded else { return [self] }
    return properties.uppercaseMapping.lowercased().unicodeScalars.filter { !$0.isAccent }
  }

  /// Whether it is an accent, or a point or vowel sign that most people do not write.
  private var isAccent: Bool {
    switch value {
    // The blocks of combining diacritical marks.
    case 0x0300...0x036f, 0x1ab0...0x1aff, 0x1dc0...0x1dff, 0xfe20...0xfe2f: true
    // The points of Hebrew, and the marks of Arabic.
    case 0x0591...0x05bd, 0x05bf, 0x05c1...0x05c2, 0x05c4...0x05c5, 0x05c7: true
    case 0x064b...0x065f, 0x0670: true
    default: false
    }
  }

  /// Whether it only chooses how the sign before it is painted.
  fileprivate var isVariationSelector: Bool { 0xfe00...0xfe0f ~= value }

  /// The sign that a keyboard has for it.
  fileprivate var typed: Unicode.Scalar {
    switch value {
    case 0x02bc, 0x2018...0x201b: "'"
    case 0x201c...0x201f: "\""
    case 0x2010...0x2015, 0x2212: "-"
    default: self
    }
  }
}
