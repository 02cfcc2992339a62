internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitJournal
internal import AfterwitStore

// What a filter means is said in Journal, of a view. This leaves out entries that cannot be meant, by
// what the store keeps beside their views; it may let others through, and never leaves out one that is
// meant.

extension EntryQuery {
  /// The entries that a filter may take.
  init(_ filter: ListFilter) {
    self.init()
    isDeleted = filter.deleted
    if !filter.includesPrivate { isPrivate = false }
    for condition in filter.filter.required { narrow(to: condition) }
  }

  private mutating func narrow(to condition: FilterCondition) {
    switch condition {
    case .words(let phrase), .register(_, let phrase), .people(let phrase):
      words.append([SearchTerm(phrase)])
    case .kind(let kind): self.kind = kind.rawValue
    case .choice(.state, _): kind = Kind.goal.rawValue
    case .choice(_, let value): words.append([Self.word(value)])
    case .tag(let tag): facets.append(Facet(.tag, tag))
    case .mood(let range): words.append(range.map { Self.word(String($0)) })
    case .day(let days): narrow(to: days)
    case .due: isDue = true
    case .mark(.starred): words.append([Self.word("true")])
    case .mark(.private): isPrivate = true
    case .mark(.review): isUnderReview = true
    }
  }

  /// A whole value of a register, which the index holds like other words.
  private static func word(_ value: String) -> SearchTerm {
    SearchTerm(SearchPhrase(beginningWith: value)?.indexed ?? [], isOpen: false)
  }

  private mutating func narrow(to days: ClosedRange<Day>) {
    let told = days.lowerBound.description...days.upperBound.description
    self.days = self.days.map { $0.clamped(to: told) } ?? told
    // A day where the person is begins and ends within a day of that in universal time.
    let milliseconds = 86_400_000
    let first = max(0, Day(daysSince1970: 0).days(to: days.lowerBound) - 1)
    let end = max(0, Day(daysSince1970: 0).days(to: days.upperBound) + 2)
    let written =
      Timestamp(
        milliseconds: UInt64(first * milliseconds), counter: 0)..<Timestamp(
        milliseconds: UInt64(end * milliseconds), counter: 0)
    created = created.map { $0.clamped(to: written) } ?? written
  }
}
