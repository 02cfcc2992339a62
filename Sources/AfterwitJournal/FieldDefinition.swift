public import AfterwitDocument

/// A field of a kind, and what its values may be.
public struct FieldDefinition: Hashable, Sendable {
  /// What a value of a register or an element of a set may be.
  public enum Rule: Hashable, Sendable {
    /// Any words.
    case words
    /// A day, as `2026-11-20`.
    case date
    /// A whole number from 1 to 5.
    case scale
    /// Yes or no.
    case flag
    /// One of a few words.
    case choice([String])
    /// The id of an entry, or a unique prefix of one.
    case entry
  }

  /// The name and the family.
  public let name: FieldName
  /// What values may be.
  public let rule: Rule

  private init(_ name: String, _ family: FieldFamily, _ rule: Rule = .words) {
    self.name = FieldName(name, family: family)
    self.rule = rule
  }

  static let common = [
    FieldDefinition("title", .register), FieldDefinition("starred", .register, .flag),
    FieldDefinition("private", .register, .flag), FieldDefinition("tags", .set),
  ]

  static let reflection = [
    FieldDefinition(
      "occasion", .register, .choice(["interview", "rejection", "setback", "win", "note"])),
    FieldDefinition("on", .register, .date), FieldDefinition("organisation", .register),
    FieldDefinition("role", .register), FieldDefinition("stage", .register),
    FieldDefinition("outcome", .register), FieldDefinition("mood", .register, .scale),
    FieldDefinition("mood-after", .register, .scale),
    FieldDefinition("after", .register, .entry), FieldDefinition("people", .set),
    FieldDefinition("feelings", .set), FieldDefinition("goals", .set, .entry),
    FieldDefinition("mantras", .set, .entry), FieldDefinition("happened", .text),
    FieldDefinition("felt", .text), FieldDefinition("mine", .text),
    FieldDefinition("not-mine", .text), FieldDefinition("lesson", .text),
    FieldDefinition("next", .text), FieldDefinition("story-situation", .text),
    FieldDefinition("story-struggle", .text), FieldDefinition("story-turn", .text),
    FieldDefinition("story-result", .text), FieldDefinition("story-learning", .text),
  ]

  static let goal = [
    FieldDefinition("state", .register, .choice(["active", "met", "dropped"])),
    FieldDefinition("due", .register, .date), FieldDefinition("cadence", .register),
    FieldDefinition("from", .set, .entry), FieldDefinition("why", .text),
    FieldDefinition("wish", .text), FieldDefinition("result", .text),
    FieldDefinition("obstacle", .text), FieldDefinition("plan", .text),
  ]

  static let mantra = [
    FieldDefinition("words", .text), FieldDefinition("belief", .text),
    FieldDefinition("retired", .register, .flag), FieldDefinition("place", .register),
    FieldDefinition("from", .set, .entry),
  ]
}
