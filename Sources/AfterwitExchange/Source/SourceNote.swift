/// Something in a source that could not be carried over, or not as it stands.
public struct SourceNote: Hashable, Sendable {
  /// What became of it.
  public enum Fact: Hashable, Sendable {
    /// The calendar has no such day, or the clock no such time; the words stay text.
    case noSuchMoment(String)
    /// Something of an entry has no place in a journal.
    case leftOut(String, of: String)
    /// A whole entry is not carried over, and why.
    case skipped(String, because: Reason)
    /// What should be of a notation is not, and stays text.
    case staysText(Reason)
    /// What another program changed before and nobody can tell any more.
    case altered(Reason)
  }

  /// Why something is not carried over.
  public enum Reason: String, Hashable, Sendable {
    case beforeFirstEntry, noEntries, notUTF8, notReadable, tooLarge, tooDeep, encrypted, deleted
    case template, repeated, noDay, expression, notYAML, linkedFile, notOfFormat, anotherType
    case yamlExport, folderExport, namedAgain
  }

  /// Where it stands.
  public let place: SourcePlace
  /// What became of it.
  public let fact: Fact

  /// A note of given parts.
  public init(_ place: SourcePlace, _ fact: Fact) {
    self.place = place
    self.fact = fact
  }
}
