internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitJournal
internal import AfterwitStore

// What a filter means is said in Journal, of a view. This leaves out entries that cannot be meant, by
// what the store keeps beside their views; it may let others through, and never leaves out one that is
// meant. What the store knows exactly leaves out the others of a term that must not hold, too.

extension EntryQuery {
  /// The entries that a filter may take.
  init(_ filter: ListFilter) {
    self.init()
    isDeleted = filter.deleted
    if !filter.includesPrivate { excluded.append(.private) }
    for term in filter.filter.terms {
      if let exact = EntryTerm(term.condition) {
        if term.isNegated { excluded.append(exact) } else { required.append(exact) }
      } else if !term.isNegated {
        narrow(to: term.condition)
      }
    }
  }

  /// Leaves out entries for which a condition cannot hold that the store does not know exactly.
  private mutating func narrow(to condition: FilterCondition) {
    switch condition {
    case .words(let phrase), .register(_, let phrase), .people(let phrase):
      words.append([SearchTerm(phrase)])
    case .day(let days): narrow(to: days)
    // One day must lie in the range; others may lie before it and behind it.
    case .due(let days): due = due ?? days.lowerBound.description...days.upperBound.description
    case .kind, .choice, .tag, .mood, .mark: break
    }
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

extension EntryTerm {
  /// What the store knows as exactly as a view tells it; `nil` for other conditions.
  fileprivate init?(_ condition: FilterCondition) {
    switch condition {
    case .kind(let kind): self = .kind(kind.rawValue)
    case .choice(.occasion, let value): self = .occasion(value)
    case .choice(.state, let value): self = .state(value)
    case .tag(let tag): self = .facet(Facet(.tag, tag))
    case .mood(let range): self = .mood(range)
    case .mark(.starred): self = .starred
    case .mark(.private): self = .private
    case .mark(.review): self = .review
    case .words, .choice, .register, .people, .day, .due: return nil
    }
  }
}
