/// What a person decides about an open part.
public enum ReviewAnswer: Hashable, Sendable {
  /// The side that was written in this home, of two.
  case mine
  /// The side that was written elsewhere, of two.
  case theirs
  /// The side of this number.
  case side(Int)
  /// All sides, one behind the other; not where something of no side stands among them.
  case both
  /// What stood before.
  case base
  /// What stands now.
  case current
  /// This whole text or value of the field.
  case text(String)
}

extension ReviewAnswer {
  /// The text that a person gave, or `nil` where they named what is there.
  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }
}
