extension LineBreakKind {
  /// Signs that begin no line besides those that Unicode calls closing: stops, and small kana.
  private static let trailing = Set(
    ("!,.:;?%‰…‥、。・！，．：；？％｡､･‼⁇⁈⁉ー々〻ゝゞヽヾ゛゜ｰﾞﾟ" + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ").unicodeScalars)
  /// Signs that neither begin nor end a line: spaces that join, and quotes that do not say which.
  private static let tied = Set("\u{a0}\u{2007}\u{202f}\u{2060}\u{feff}\"'".unicodeScalars)

  /// Whether a line may end behind the scalar, whatever comes next.
  static func isBreakingSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x20, 0x1680, 0x2000...0x2006, 0x2008...0x200b, 0x205f, 0x3000: true
    default: false
    }
  }

  /// Whether the scalar stays with what stands before it, though not by its category.
  static func isTrailing(_ scalar: Unicode.Scalar) -> Bool {
    trailing.contains(scalar) || tied.contains(scalar)
  }

  /// Whether the scalar stays with what stands behind it, though not by its category.
  static func isTied(_ scalar: Unicode.Scalar) -> Bool { tied.contains(scalar) }

  /// Whether the scalar is a letter of Korean.
  static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11ff, 0x3131...0x318e, 0xa960...0xa97f, 0xac00...0xd7ff: true
    default: false
    }
  }

  /// Whether the scalar is half of a flag.
  static func isFlag(_ scalar: Unicode.Scalar) -> Bool { 0x1f1e6...0x1f1ff ~= scalar.value }
}
