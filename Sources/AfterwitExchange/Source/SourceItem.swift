/// What a reader finds, one after another.
public enum SourceItem: Hashable, Sendable {
  /// An entry.
  case entry(SourceEntry)
  /// Something that could not be carried over.
  case note(SourceNote)
}
