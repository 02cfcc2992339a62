public import AfterwitDocument

/// What an entry is.
///
/// ```swift
/// let goal = try #require(Kind(rawValue: "goal"))
/// let due = try #require(goal.field(named: "due"))
/// let friday = try #require(Day("2026-11-20"))
/// let morning = try #require(TimeOfDay("09:30"))
/// let here = Standpoint(now: LocalTime(day: friday, time: morning))
/// #expect(try due.normalized("monday", from: here, direction: .future) == "2026-11-23")
/// #expect(throws: FieldDefinition.Misfit.self) {
///   try due.normalized("soon", from: here, direction: .future)
/// }
/// ```
public enum Kind: String, CaseIterable, Hashable, Sendable {
  /// What happened, how it felt, and what was learnt.
  case reflection
  /// What the person will do next.
  case goal
  /// Words to hold on to.
  case mantra

  /// The text field that a capture without further words goes to.
  public var defaultField: FieldName {
    switch self {
    case .reflection: FieldName(.happened)
    case .goal: FieldName(.why)
    case .mantra: FieldName(.words)
    }
  }

  /// The field that `new` gives its text to: a goal's is its title.
  public var captureField: FieldName {
    self == .goal ? FieldName(.title) : defaultField
  }

  /// The fields of the kind that can be written, in the order in which they are shown.
  public var fields: [FieldDefinition] {
    switch self {
    case .reflection: FieldDefinition.common + FieldDefinition.reflection
    case .goal: FieldDefinition.common + FieldDefinition.goal
    case .mantra: FieldDefinition.common + FieldDefinition.mantra
    }
  }

  /// The lists of the kind, in the order in which they are shown.
  public var lists: [ListDefinition] {
    switch self {
    case .reflection: ListDefinition.reflection
    case .goal: ListDefinition.goal
    case .mantra: []
    }
  }

  /// The list that a person means by its name, or by the word for one of its elements.
  public func list(named typed: String) -> ListDefinition? {
    let typed = ExactString(typed)
    return lists.first { $0.name.name == typed || ExactString($0.word) == typed }
  }

  /// The counter of the kind: how often a story was rehearsed, or a mantra recited.
  public var counter: FieldName? {
    switch self {
    case .reflection: .rehearsed
    case .goal: nil
    case .mantra: FieldName(.recited)
    }
  }

  /// The field of a name, or `nil` where the kind has none.
  public func field(named name: String) -> FieldDefinition? {
    fields.first { $0.name.name == ExactString(name) }
  }
}
