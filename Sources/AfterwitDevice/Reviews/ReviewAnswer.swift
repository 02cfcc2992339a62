/// What a person decides about an open part.
public enum ReviewAnswer: Hashable, Sendable {
  /// Of two sides, the one that was written in this home.
  case mine
  /// Of two sides, the one that was written elsewhere.
  case theirs
  /// The side of this number.
  case side(Int)
  /// What one side took away stays, as the others have it.
  case keep
  /// What one side took away goes.
  case remove
  /// All sides, one after another; refused if words of no side stand among them.
  case both
  /// What stood before.
  case base
  /// What stands now.
  case current
  /// This whole text or value of the field.
  case text(String)
}

extension ReviewAnswer {
  /// The text that a person gave; `nil` if they chose something that is there.
  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }
}
