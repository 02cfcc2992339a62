public import AfterwitDocument
public import AfterwitEncoding
public import AfterwitJournal

/// What came of a request, or of the recovery of a draft.
public struct EditOutcome: Hashable, Sendable {
  /// The entry that shows now what was asked for.
  public let entry: EntryID
  /// The element of it that was asked for; `nil` if it was none.
  public let element: ElementKey?
  /// Whether anything was recorded; it may have been there already.
  public let isChange: Bool
  /// The days that were named in words, as they were understood.
  public internal(set) var understood: [UnderstoodDate] = []
  /// Who changed the same field while the text was open, so that it was merged with theirs.
  public internal(set) var met: [Writer] = []
  /// The parts of reviews that the change opened.
  public internal(set) var opened: [KnownPart] = []
  /// The parts of reviews that were open, stay open, and whose words the change altered.
  public internal(set) var mended: [KnownPart] = []
  /// The fields whose reviews the change decided.
  public internal(set) var decided: [String] = []
  /// The file with what was written where a document is only for reading; `nil` if nothing was.
  public internal(set) var aside: String?

  /// What was asked for: the element, or the entry.
  public var subject: Subject { element.map(Subject.element) ?? .entry(entry) }

  /// An outcome of a draft.
  init(of draft: Draft, isChange: Bool) {
    self.init(
      entry: draft.entry, isChange: isChange,
      element: draft.key.element.map { ElementKey(entry: draft.entry, element: $0) })
  }

  /// An outcome that has nothing to do with a review.
  init(entry: EntryID, isChange: Bool, element: ElementKey? = nil) {
    self.entry = entry
    self.element = element
    self.isChange = isChange
  }
}
