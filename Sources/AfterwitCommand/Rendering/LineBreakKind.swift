/// How a character behaves at the end of a line, after UAX #14.
struct LineBreakKind: Hashable {
  /// Whether a line may end behind it, and is then shown without it.
  let isSpace: Bool
  /// Whether it stays with what stands before it.
  let isClosing: Bool
  /// Whether it stays with what stands behind it.
  let isOpening: Bool
  /// Whether a line may end beside it without a space: ideographs, kana, emoji.
  private let standsAlone: Bool

  /// The kind of a character.
  init(_ character: Character) {
    let first = character.unicodeScalars.first ?? " "
    let category = first.properties.generalCategory
    isSpace = Self.isBreakingSpace(first)
    isClosing =
      category == .closePunctuation || category == .finalPunctuation || Self.isTrailing(first)
    isOpening =
      category == .openPunctuation || category == .initialPunctuation || Self.isTied(first)
    standsAlone =
      !Self.isHangul(first) && (ColumnTable.columns(of: first) == 2 || Self.isFlag(first))
  }

  /// Whether a line may end between two that are no spaces.
  static func mayBreak(between left: LineBreakKind, and right: LineBreakKind) -> Bool {
    !left.isOpening && !right.isClosing && (left.standsAlone || right.standsAlone)
  }
}
