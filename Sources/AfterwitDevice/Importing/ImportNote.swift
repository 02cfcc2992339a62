public import AfterwitEncoding
public import AfterwitExchange

/// Something that a person should know of an import.
public struct ImportNote: Hashable, Sendable {
  /// What it is.
  public enum Fact: Hashable, Sendable {
    /// Something in the source could not be carried over.
    case source(SourceNote.Fact)
    /// Fields were edited here and in the source since; they stay as they are here.
    case editedHere(EntryID, fields: [String])
    /// The entry was removed here, and stays so.
    case removedHere(EntryID)
    /// A value does not fit the field.
    case misfit(field: String, value: String)
    /// The title is longer than a title may be, and stands before the text.
    case longTitle
    /// The entry is larger than one change may be, and is not carried over.
    case tooLarge(limit: Int)
  }

  /// Where it stands in the source.
  public let place: SourcePlace
  /// What it is.
  public let fact: Fact

  /// A note of given parts.
  public init(_ place: SourcePlace, _ fact: Fact) {
    self.place = place
    self.fact = fact
  }
}
