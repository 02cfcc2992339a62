internal import AfterwitDevice
internal import AfterwitJournal

extension Sentences {
  /// The words for why no version of an entry is meant.
  init(_ fact: HistoryFact) {
    let safe = "Nothing was changed."
    switch fact {
    case .noVersion(let number, let count):
      self.init(
        "There is no version \(number == .max ? "of this number" : String(number)): the entry has \(count).",
        safe: safe, next: "See them with: afterwit history ID")
    case .beforeAll(let typed, let begun):
      self.init(
        "Nothing of the entry had been written at “\(typed)”.", safe: safe,
        next: "It begins at \(begun). See with: afterwit history ID")
    case .beforeItem(let id):
      self.init(
        "The item \(id) was in no list yet.", safe: safe,
        next: "See when it came: afterwit history \(id)")
    case .noMoment(let typed, .unknown):
      self.init(
        "“\(typed)” is neither the number of a version nor a time.", safe: safe,
        next: "For example: 3, yesterday, last friday 20:15, 2026-11-03, 2026-11-03T20:15")
    case .noMoment(let typed, let misfit):
      self.init(misfit, in: typed, field: "at", safe: safe)
    case .noRange(let typed):
      self.init(
        "“\(typed)” is no range of versions.", safe: safe,
        next: "For example: 2..5, or 2.. for all since, or ..5 for that change alone")
    case .emptyRange(let typed):
      self.init(
        "The range “\(typed)” does not end behind its beginning.", safe: safe,
        next: "Name the earlier version first: 2..5")
    }
  }
}
