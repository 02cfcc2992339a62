internal import AfterwitDevice
internal import AfterwitEncoding

extension Sentences {
  /// The words for why an answer cannot be meant.
  init(_ fact: AnswerFact) {
    let safe = "Nothing was decided."
    switch fact {
    case .sameWords(let part, let next, let review):
      self.init(
        "The parts \(part) and \(next) are about the same words.", safe: safe,
        next: "Decide one part: afterwit review resolve \(review.shortText).\(part) …")
    case .wordsOfNoSide(let part, let review):
      let name = "afterwit review resolve \(review.shortText).\(part)"
      self.init(
        "Something stands in part \(part) that no side has; “both” would lose it.", safe: safe,
        next: "Keep what stands: \(name) current. Or write it: \(name) edit")
    case .value(let value, let field, let expected):
      self.init(
        "The field “\(field)” takes \(expected), not “\(value)”.", safe: safe,
        next: "Correct the value and repeat the command.")
    case .valueTooLong(let field, let limit):
      self.init(
        "The field “\(field)” takes at most \(limit) bytes.", safe: safe,
        next: "Repeat the command with a shorter value.")
    case .takesOneValue(let field, let sides):
      self.init("The field “\(field)” takes one value, not both.", naming: sides)
    case .keptOrDeleted(let sides):
      self.init("An entry is either kept or deleted.", naming: sides)
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
      "side \(side.number) (\(side.deviceName ?? String(side.device.description.prefix(8))))"
    }
    self.init(
      happened, safe: "Nothing was decided.",
      next: "Name a side by its number: " + names.joined(separator: ", ") + ".")
  }
}
