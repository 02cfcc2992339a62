public import AfterwitJournal

/// An entry that a filter takes.
public struct ListedEntry: Hashable, Sendable {
  /// The entry.
  public let entry: EntryView
  /// The day on which what it tells of took place, or it was written, where the person is.
  public let day: Day
  /// The words around what was looked for; `nil` where no words were.
  public let excerpt: Excerpt?
}
