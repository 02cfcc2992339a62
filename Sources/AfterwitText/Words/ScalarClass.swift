internal import AfterwitEncoding

/// What a scalar can be in a unit (Protocol/tokens.txt).
///
/// The classes are our own table and not the platform's: two devices with different systems must
/// find the same reviews.
enum ScalarClass: UInt8, CaseIterable, Sendable {
  /// It is in no unit.
  case none = 0
  /// A letter of a script that puts spaces between words.
  case letter
  /// A digit or another number.
  case number
  /// A mark on the scalar before it.
  case mark
  /// A joiner of the scalars beside it.
  case joiner
  /// An emoji or a part of one.
  case emoji
  /// An apostrophe, which is in a token only between letters.
  case apostrophe
  /// A sign of Han or hiragana, each a token of its own.
  case alone
  /// A space within a line.
  case space
  /// A sign of katakana, whose runs are words.
  case katakana
  /// A scalar of Thai, Lao, Khmer or Myanmar, which begins a token of its own.
  case syllable
  /// A sign that joins the two tokens that it stands between, as in `14:30`.
  case link
  /// A sign that does so too, and belongs to a token beside it, as in `50%`.
  case sign

  /// The class of a scalar.
  /// - Complexity: O(log *stretches*), and constant for a letter of Latin script.
  init(_ scalar: Unicode.Scalar) {
    let value = Int(scalar.value)
    self = value < Self.first.count ? Self.first[value] : Self(inTable: scalar.value)
  }

  /// The class of a scalar as the table of stretches tells it.
  private init(inTable scalar: UInt32) {
    let place = Self.table.lastIndex(notBeyond: scalar << 4 | 15, by: \.self)
    self = ScalarClass(rawValue: UInt8(Self.table[place] & 15)) ?? .none
  }

  /// The classes of the first scalars, which most texts consist of.
  private static let first = (0..<0x300).map { ScalarClass(inTable: $0) }

  /// Whether scalars of this class make words, alone or with others.
  var isOfWords: Bool {
    switch self {
    case .letter, .number, .mark, .joiner, .emoji, .alone, .katakana, .syllable: true
    case .none, .apostrophe, .space, .link, .sign: false
    }
  }

  /// Whether scalars of this class can be in a unit.
  var isOfUnits: Bool { self != .none && self != .space }
}
