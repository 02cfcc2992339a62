// What a filter means is said here, by the view of an entry alone; an index may only leave out what
// cannot match (`Device/Reading`). Every argument of a command line is one term, and all terms hold.

/// Which entries a person asks for: those for which all of some terms hold.
public struct EntryFilter: Hashable, Sendable {
  /// Something that holds of an entry, or must not.
  public struct Term: Hashable, Sendable {
    /// What holds.
    public let condition: FilterCondition
    /// Whether it must not.
    public let isNegated: Bool

    /// A term of given parts.
    public init(_ condition: FilterCondition, isNegated: Bool = false) {
      self.condition = condition
      self.isNegated = isNegated
    }
  }

  /// The terms, as they were typed.
  public var terms: [Term]

  /// A filter of given terms; without terms it takes every entry.
  public init(terms: [Term]) {
    self.terms = terms
  }

  /// A filter of what must hold.
  public init(_ conditions: FilterCondition...) {
    terms = conditions.map { Term($0) }
  }

  /// A filter of words, each of which may go on; what holds nothing that is seen counts for nothing.
  public init(words: [String]) {
    terms = words.compactMap { SearchPhrase($0) }.map { Term(.words($0)) }
  }

  /// The conditions that must hold.
  public var required: [FilterCondition] {
    terms.filter { !$0.isNegated }.map(\.condition)
  }

  /// The phrases that must be found.
  public var phrases: [SearchPhrase] {
    required.compactMap { if case .words(let phrase) = $0 { phrase } else { nil } }
  }

  /// Whether an entry is taken.
  ///
  /// - Parameter day: the day on which something that a reflection tells of took place, or on which an
  ///   entry was written, where the person is.
  public func takes(_ view: EntryView, on day: Day) -> Bool {
    terms.allSatisfy { $0.condition.holds(of: view, on: day) != $0.isNegated }
  }

  /// The words around what the phrases found in an entry that is taken; `nil` for one that is not, or
  /// where no phrase is looked for.
  public func excerpt(of view: EntryView, on day: Day) -> Excerpt? {
    for term in terms {
      if !term.isNegated, case .words = term.condition { continue }
      guard term.condition.holds(of: view, on: day) != term.isNegated else { return nil }
    }
    return Excerpt(of: phrases, in: view)
  }
}
