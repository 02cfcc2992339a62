internal import AfterwitJournal

extension Sentences {
  /// The words for what is no filter.
  init(_ misfit: FilterMisfit) {
    let safe = "Nothing was changed."
    switch misfit {
    case .unknownKey(let name, let argument):
      let near = NearWord.of(name.lowercased(), among: FilterKey.allCases.map(\.rawValue))
      self.init(
        "There is no filter \"\(name):\"." + (near.map { " Did you mean \($0):?" } ?? ""),
        safe: safe,
        next: near == nil
          ? "Type one of: " + FilterKey.names.joined(separator: " ")
          : "For these very words, type: afterwit find \"starts:\(argument)\"")
    case .noValue(let key):
      self.init(
        "Nothing stands behind \"\(key.rawValue):\".", safe: safe,
        next: "For example: \(key.example)")
    case .unknownValue(let key, let value):
      self.init(
        "\"\(key.rawValue):\" does not take \"\(value)\".", safe: safe,
        next: "Type one of: " + key.choices.joined(separator: ", "))
    case .noMood(let value):
      self.init(
        "\"\(value)\" is no mood.", safe: safe,
        next: "Moods are 1 to 5. For example: mood:2, mood:..2, mood:2..4")
    case .noDay(let key, let value, let date):
      self.init(date, in: value, field: key.rawValue, safe: safe)
    case .emptyRange(let key, let value):
      self.init(
        "\"\(key.rawValue):\(value)\" ends before it begins.", safe: safe,
        next: "Put the smaller end first.")
    case .blank:
      self.init(
        "There is nothing to look for.", safe: safe, next: "Type a word, or leave it out.")
    case .looseNot:
      self.init(
        "\"not\" stands before nothing.", safe: safe,
        next: "Put what must not be behind it; for the word itself: starts:not")
    }
  }
}
