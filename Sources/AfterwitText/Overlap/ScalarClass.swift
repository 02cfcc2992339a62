internal import AfterwitEncoding

/// What a scalar can be in a token (Protocol/tokens.txt).
///
/// The classes are our own table and not the platform's: two devices with different systems must
/// find the same reviews.
enum ScalarClass: UInt8, CaseIterable, Sendable {
  /// It is in no token.
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
  /// A scalar of a script without spaces: it begins a token of its own.
  case alone
  /// A space within a line.
  case space

  /// The class of a scalar.
  /// - Complexity: O(log *stretches*).
  init(_ scalar: Unicode.Scalar) {
    let key = scalar.value << 4 | 15
    let place = Self.table.lastIndex(notBeyond: key, by: \.self)
    self = ScalarClass(rawValue: UInt8(Self.table[place] & 15)) ?? .none
  }
}
