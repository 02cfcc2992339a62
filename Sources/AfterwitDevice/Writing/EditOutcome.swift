public import AfterwitDocument
public import AfterwitEncoding

/// What came of a request, or of the recovery of a draft.
public struct EditOutcome: Hashable, Sendable {
  /// The entry that shows now what was asked for.
  public let entry: EntryID
  /// Whether anything was recorded; it may have been there already.
  public let isChange: Bool
  /// Who changed the same field while the text was open, so that it was merged with theirs.
  public internal(set) var met: [Writer] = []
  /// The parts of reviews that the change opened.
  public internal(set) var opened: [OpenPart] = []
  /// The parts of reviews that were open, stay open, and whose words the change altered.
  public internal(set) var mended: [OpenPart] = []
  /// The fields whose reviews the change decided.
  public internal(set) var decided: [String] = []

  /// An outcome that has nothing to do with a review.
  init(entry: EntryID, isChange: Bool) {
    self.entry = entry
    self.isChange = isChange
  }
}
