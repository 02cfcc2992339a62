internal import AfterwitDocument

/// What an attempt was, or what came of it: an occasion that is more than a note.
public enum AttemptKind: String, CaseIterable, Hashable, Sendable {
  /// A conversation that could lead somewhere.
  case interview
  /// A no.
  case rejection
  /// Something else that did not go as hoped.
  case setback
  /// Something that did.
  case win

  /// What a reflection tells of; `nil` for a note.
  init?(_ entry: EntryView) {
    guard entry.kind == .reflection, let occasion = entry.register(.occasion) else { return nil }
    self.init(rawValue: occasion)
  }
}
