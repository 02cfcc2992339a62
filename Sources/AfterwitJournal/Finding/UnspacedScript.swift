// What a word is depends on who asks (Protocol/decisions/20-words.md). A review has its own table,
// which never changes: `ScalarClass` in Text. `find` needs to know only which scripts leave no spaces
// between words; this is the table of them, and a test compares it with those classes.

/// A script that is written without spaces between words, told by the blocks of its scalars.
enum UnspacedScript: CaseIterable, Sendable {
  /// Thai and Lao.
  case thaiOrLao
  /// Myanmar.
  case myanmar
  /// Khmer.
  case khmer
  /// Hiragana and katakana.
  case kana
  /// The small katakana of Ainu.
  case smallKana
  /// The half-width katakana.
  case narrowKana
  /// The ideographs of Chinese, Japanese and Korean.
  case han

  /// The script of a scalar, by Unicode's Blocks.txt; `nil` for one that leaves spaces.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0e00...0x0eff: self = .thaiOrLao
    case 0x1000...0x109f: self = .myanmar
    case 0x1780...0x17ff: self = .khmer
    case 0x3040...0x30ff: self = .kana
    case 0x31f0...0x31ff: self = .smallKana
    case 0xff66...0xff9f: self = .narrowKana
    case 0x3400...0x9fff, 0xf900...0xfaff, 0x20000...0x323af: self = .han
    default: return nil
    }
  }
}
