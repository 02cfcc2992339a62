extension String {
  /// The version of Unicode that all terminals of a system of 2023 know.
  private static let knownVersion = 14

  /// Whether terminals disagree about how many columns the text takes.
  ///
  /// Such a text stands last in its line, so that nothing after it can stand askew. Seen of joined and
  /// coloured emoji, presentation selectors, half a flag, spacing marks of India's scripts, decomposed
  /// Hangul, hexagrams, signs that format, and whatever is new.
  var hasUncertainColumns: Bool {
    if isPrintableASCII { return false }
    var hasHalfFlag = false
    for scalar in unicodeScalars where !scalar.isASCII {
      if 0x1f1e6...0x1f1ff ~= scalar.value {
        hasHalfFlag.toggle()
      } else if Self.isUncertain(scalar) {
        return true
      }
    }
    return hasHalfFlag
  }

  private static func isUncertain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200b, 0x200c, 0x200e, 0x200f, 0x2060, 0xfeff: return false
    case 0x1160...0x11ff, 0xd7b0...0xd7ff, 0x115f, 0x3164, 0xffa0: return true
    case 0x3248...0x324f, 0x4dc0...0x4dff, 0xfe0e, 0xfe0f: return true
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .spacingMark, .format, .lineSeparator, .paragraphSeparator, .unassigned: return true
    default: break
    }
    if properties.isEmojiModifier { return true }
    return properties.age.map { $0.major > knownVersion } ?? true
  }
}
