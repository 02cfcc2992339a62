internal import AfterwitDocument
public import AfterwitEncoding
public import AfterwitJournal

/// What an entry showed at a version.
public struct PastEntry: Sendable {
  /// The last change of the version.
  public let version: EntryVersion
  /// How many versions the entry has.
  public let count: Int
  /// What was shown.
  public let view: EntryView
  /// The reviews that were open, once for each open part.
  public let reviews: [ReviewID]
  let content: EntryContent

  init(version: EntryVersion, count: Int, entry: EntryID, content: EntryContent) {
    self.version = version
    self.count = count
    self.content = content
    view = EntryView(id: entry, content: content)
    reviews = view.allOpenParts.map { element, part in
      ReviewKey(
        field: FieldKey(entry: entry, element: element, field: part.field), kind: part.kind
      ).id
    }
  }
}
