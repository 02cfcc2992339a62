public import AfterwitDocument

/// A field of a kind, and what its values may be.
public struct FieldDefinition: Hashable, Sendable {
  /// What a value of a register or an element of a set may be.
  public enum Rule: Hashable, Sendable {
    /// Any words.
    case words
    /// A day, as `2026-11-20`.
    case date
    /// A time of day, as `09:30`.
    case time
    /// How often a goal is to be kept to, as ``Cadence``.
    case cadence
    /// A whole number from 1 to 5.
    case scale
    /// Yes or no.
    case flag
    /// One of a few words.
    case choice([String])
    /// The id of an entry, or a unique prefix of one.
    case entry
    /// The id of an entry or of an element of a list, or a unique prefix of one.
    case origin
    /// A tag, in the one form of ``Tag``.
    case tag
  }

  /// The numbers of a ``Rule/scale``.
  public static let scale = 1...5

  /// The name and the family.
  public let name: FieldName
  /// What values may be.
  public let rule: Rule

  /// The definition of a field; the name alone decides the family.
  private init(_ field: CodedField, _ rule: Rule = .words) {
    self.init(named: FieldName(field), rule)
  }

  /// The definition of a field whose name is written out.
  private init(named name: FieldName, _ rule: Rule = .words) {
    self.name = name
    self.rule = rule
  }

  /// The definition of a field of an element; the name alone decides the family.
  init(ofElement field: CodedElementField, _ rule: Rule = .words) {
    self.init(named: FieldName(ofElement: field), rule)
  }
}

extension FieldDefinition {
  /// The fields that every kind has.
  static let common = [
    FieldDefinition(.title), FieldDefinition(.starred, .flag), FieldDefinition(.private, .flag),
    FieldDefinition(.tags, .tag),
  ]

  /// The fields of a reflection.
  static let reflection = [
    FieldDefinition(
      .occasion, .choice(["interview", "rejection", "setback", "win", "note"])),
    FieldDefinition(.on, .date), FieldDefinition(named: .at, .time),
    FieldDefinition(.organisation), FieldDefinition(.role), FieldDefinition(.stage),
    FieldDefinition(.outcome), FieldDefinition(.mood, .scale),
    FieldDefinition(.moodAfter, .scale), FieldDefinition(.after, .entry),
    FieldDefinition(.people), FieldDefinition(named: .support), FieldDefinition(.feelings),
    FieldDefinition(.goals, .entry), FieldDefinition(.mantras, .entry), FieldDefinition(.happened),
    FieldDefinition(.felt),
    FieldDefinition(.mine), FieldDefinition(.notMine), FieldDefinition(.lesson),
    FieldDefinition(.next), FieldDefinition(.storySituation), FieldDefinition(.storyStruggle),
    FieldDefinition(.storyTurn), FieldDefinition(.storyResult), FieldDefinition(.storyLearning),
  ]

  /// The fields of a goal.
  static let goal = [
    FieldDefinition(.state, .choice(["active", "met", "dropped"])),
    FieldDefinition(.due, .date), FieldDefinition(.cadence, .cadence),
    FieldDefinition(.from, .origin),
    FieldDefinition(.why), FieldDefinition(.wish), FieldDefinition(.result),
    FieldDefinition(.obstacle), FieldDefinition(.plan),
  ]

  /// The fields of a mantra.
  static let mantra = [
    FieldDefinition(.words), FieldDefinition(.belief), FieldDefinition(.retired, .flag),
    FieldDefinition(.place), FieldDefinition(.from, .origin),
  ]
}
