public import AfterwitEncoding

/// What two devices wrote over each other without knowing it, for a person to decide.
public struct Review: Hashable, Sendable {
  /// What met.
  public enum Kind: String, Hashable, Sendable {
    /// The same words of a text were rewritten.
    case overlap
    /// A short value was set to different values.
    case value
    /// An entry was deleted on one device and touched on another.
    case deletion
  }

  /// One version of the field that a person may take.
  public struct Side: Hashable, Sendable {
    /// Its number, from 1; the same on every device.
    public let number: Int
    /// Who wrote it: every machine that wrote the same, the one that gives its number first.
    public let writers: [Writer]
    /// The field's whole text or value in this version; `nil` if there is none, as after a
    /// deletion.
    public let text: String?
    /// The words of the region in dispute; equal to `text` for a value and a deletion.
    public let region: String?
    /// The offset of the region in `text`, in scalars; 0 for a value and a deletion.
    public let regionStart: Int
    /// The names of the fields that were edited while the entry was deleted; none for other
    /// reviews.
    public let editedFields: [String]
  }

  /// One place of the field that waits for a decision.
  public struct Part: Hashable, Sendable {
    /// Its number in the review, from 1.
    public let number: Int
    /// The versions to choose from, by number.
    public let sides: [Side]
    /// The field's whole text or value before the sides were written; `nil` if it had none.
    public let base: String?
    /// The field's whole text or value now.
    public let current: String?
    /// The words of the region in dispute before the sides were written.
    public let baseRegion: String?
    /// The words of the region in dispute now.
    public let currentRegion: String?
    /// The offset of its region in `base`, in scalars; 0 for a value and a deletion.
    public let baseRegionStart: Int
    /// The offset of its region in `current`, in scalars; 0 for a value and a deletion.
    public let currentRegionStart: Int
    /// The words of all sides at once, as `both` yields them; `nil` where both cannot be had.
    public internal(set) var together: String?
    /// The number of the side that alone took away what the others kept; `nil` if none did.
    public internal(set) var removedBy: Int?
    /// Whether what stands was edited by somebody who had seen all sides.
    public internal(set) var isEdited = false
  }

  /// Its id, the same on every device.
  public let id: ReviewID
  /// What met.
  public let kind: Kind
  /// The entry.
  public let entry: EntryID
  /// The name of the field; `entry` for a deletion.
  public let field: String
  /// The open parts, by number; at least one.
  public let parts: [Part]
}
