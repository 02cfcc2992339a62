internal import AfterwitDevice
internal import AfterwitEncoding

extension Sentences {
  /// The words for why an answer cannot be meant.
  init(_ fact: AnswerFact) {
    let safe = "Nothing was decided."
    switch fact {
    case .editedSince(let part, let review):
      let name = "afterwit review resolve \(review.shortText).\(part)"
      self.init(
        "What stands in part \(part) was edited after both sides had come together.", safe: safe,
        next: "Keep it: \(name) current. Or take a side instead, with --replace.")
    case .value(let value, let field, let expected):
      self.init(
        "The field “\(field)” takes \(expected), not “\(value)”.", safe: safe,
        next: "Correct the value and repeat the command.")
    case .date(let phrase, let field, let misfit):
      self.init(misfit, in: phrase, field: field, safe: safe)
    case .valueTooLong(let field, let limit):
      self.init(
        "The field “\(field)” takes at most \(limit) bytes.", safe: safe,
        next: "Repeat the command with a shorter value.")
    case .takesOneValue(let field, let sides):
      self.init("The field “\(field)” takes one value, not both.", naming: sides)
    case .keptOrRemoved:
      self.init("An entry is either kept or removed.", safe: safe, next: "Answer keep, or remove.")
    case .nothingRemoved(let sides):
      self.init("“keep” and “remove” are for what one of two sides took away.", naming: sides)
    case .noSide(let number, let sides):
      self.init("There is no side \(number).", naming: sides)
    case .notTwoSides(let sides):
      self.init(
        "“mine” and “theirs” need two sides, one of them of this machine.", naming: sides)
    }
  }

  /// The words for an answer instead of which one of some sides may be named.
  private init(_ happened: String, naming sides: [ReviewSideName]) {
    let names = sides.map { side in
      "side \(side.number) (\(side.deviceName ?? side.device.shortText))"
    }
    self.init(
      happened, safe: "Nothing was decided.",
      next: "Name a side by its number: " + names.joined(separator: ", ") + ".")
  }
}
