public import AfterwitEncoding
public import AfterwitJournal

/// Why an answer to a review cannot be meant.
public enum AnswerFact: Hashable, Sendable {
  /// What stands in the part was edited by somebody who had seen all sides, and the answer would
  /// take that away.
  case editedSince(part: Int, review: ReviewID)
  /// The field does not take the value; it takes what `expected` says.
  case value(String, field: String, expected: String)
  /// The field takes a day, and the phrase is none.
  case date(String, field: String, DateMisfit)
  /// The value has more bytes than the field takes.
  case valueTooLong(field: String, limit: Int)
  /// The field takes one value, and the answer is to take both.
  case takesOneValue(field: String, sides: [ReviewSideName])
  /// An entry is kept or removed; the answer is neither.
  case keptOrRemoved
  /// The answer is about what one of two sides took away, and none did.
  case nothingRemoved(sides: [ReviewSideName])
  /// There is no side of this number.
  case noSide(Int, sides: [ReviewSideName])
  /// The answer needs exactly two sides, one of them written on this machine.
  case notTwoSides(sides: [ReviewSideName])
}

extension AnswerFact {
  /// Says of which field a value was no value.
  init(_ misfit: FieldDefinition.Misfit, of value: String, field: String) {
    switch misfit {
    case .expected(let expected): self = .value(value, field: field, expected: expected)
    case .date(let reason): self = .date(value, field: field, reason)
    }
  }
}
