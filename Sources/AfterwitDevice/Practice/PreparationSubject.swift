public import AfterwitEncoding

/// What a person prepares for.
public enum PreparationSubject: Hashable, Sendable {
  /// The next event that lies ahead.
  case next
  /// The event that a reflection was set down for.
  case entry(EntryID)
  /// An event, or an organisation, that some words name.
  case words([String])
}
