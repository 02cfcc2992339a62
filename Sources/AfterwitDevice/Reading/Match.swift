public import AfterwitJournal

/// An entry that `find` found.
public struct Match: Hashable, Sendable {
  /// The entry.
  public let entry: EntryView
  /// The words around the match, and the field that they are of.
  public let excerpt: Excerpt
}
