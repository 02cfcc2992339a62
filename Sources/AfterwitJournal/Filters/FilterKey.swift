internal import AfterwitDocument

/// The word before the colon of a term: what is asked about.
public enum FilterKey: String, CaseIterable, Hashable, Sendable {
  /// Words, as they are typed, which may go on.
  case starts
  /// The kind, or the occasion of a reflection.
  case kind
  /// A tag.
  case tag
  /// The organisation.
  case org
  /// The occasion of a reflection.
  case occasion
  /// The outcome.
  case outcome
  /// The state of a goal.
  case state
  /// A person who was there.
  case people
  /// The mood.
  case mood
  /// The day on which it took place, or was written.
  case on
  /// The first day.
  case since
  /// The last day.
  case until
  /// The day on which something is due.
  case due
  /// A mark.
  case `is`

  /// The names of all keys, each with its colon.
  public static var names: [String] { allCases.map { $0.rawValue + ":" } }

  /// The values that it may have, where they are few.
  public var choices: [String] {
    switch self {
    case .kind:
      Kind.allCases.map(\.rawValue) + Kind.occasions
    case .occasion: Kind.occasions
    case .state: Kind.states
    case .is: FilterCondition.Mark.allCases.map(\.rawValue)
    case .starts, .tag, .org, .outcome, .people, .mood, .on, .since, .until, .due: []
    }
  }
}
