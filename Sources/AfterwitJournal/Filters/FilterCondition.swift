public import AfterwitDocument

/// What may hold of an entry.
public enum FilterCondition: Hashable, Sendable {
  /// A flag that a person may ask for.
  public enum Mark: String, CaseIterable, Hashable, Sendable {
    /// It is starred.
    case starred
    /// It stays out of sight unless asked for.
    case `private`
    /// A review is open in it.
    case review
  }

  /// One of its texts has the words.
  case words(SearchPhrase)
  /// It is of a kind.
  case kind(Kind)
  /// A register holds one of the few values that it may hold.
  case choice(CodedField, String)
  /// It has a tag, in its one form.
  case tag(String)
  /// A text of a register begins the words somewhere: an organisation, an outcome.
  case register(CodedField, SearchPhrase)
  /// Somebody of this name is among its people, or was there for the person.
  case people(SearchPhrase)
  /// Its mood lies in a range.
  case mood(ClosedRange<Int>)
  /// What it tells of took place, or it was written, on one of some days.
  case day(ClosedRange<Day>)
  /// Something in it that is still open is due on one of some days.
  case due(ClosedRange<Day>)
  /// It has a mark.
  case mark(Mark)

  /// Whether it holds.
  func holds(of view: EntryView, on day: Day) -> Bool {
    switch self {
    case .words(let phrase): phrase.isFound(in: view.searchedTexts.lazy.map(\.text))
    case .kind(let kind): view.kind == kind
    case .choice(let field, let value): value == view.choice(field)
    case .tag(let tag): view.tags.contains(tag)
    case .register(let field, let phrase):
      view.register(field).map { phrase.isFound(in: [$0]) } ?? false
    case .people(let phrase):
      phrase.isFound(in: view.set(CodedField.people.rawValue) + view.support)
    case .mood(let range): view.mood.map(range.contains) ?? false
    case .day(let days): days.contains(day)
    case .due(let days): view.dueDays.contains(where: days.contains)
    case .mark(.starred): view.isStarred
    case .mark(.private): view.isPrivate
    case .mark(.review): view.openPartCount > 0
    }
  }
}
