internal import AfterwitEncoding

/// A text as it is shown, and where its history stands.
///
/// The events themselves stay with the changes; only a concurrent edit reads them.
public struct TextField: Hashable, Sendable {
  /// One of the latest events: its position in the field's history, and its change.
  public struct Head: Hashable, Sendable {
    /// The position in the field's history, from 0.
    public let position: Int
    /// The index of the change.
    public let index: Int

    /// A head of given parts.
    public init(position: Int, index: Int) {
      self.position = position
      self.index = index
    }
  }

  /// The text.
  public internal(set) var text: String
  /// The events that no other event of the field descends from, ascending.
  public internal(set) var heads: [Head]
  /// How many events the field's history has.
  public internal(set) var eventCount: Int
  /// The conflicts that no answer has settled.
  public internal(set) var conflicts: [TextConflict]
  /// The hunks of each open part, ascending; as of the last ``deriveParts(from:)``.
  public private(set) var openParts: [[HunkID]]
  /// Whether conflicts came or went since ``openParts`` was derived.
  public internal(set) var isReviewStale = false

  /// A text of given parts; empty at the start.
  public init(
    text: String = "", heads: [Head] = [], eventCount: Int = 0, conflicts: [TextConflict] = [],
    openParts: [[HunkID]] = []
  ) {
    self.text = text
    self.heads = heads
    self.eventCount = eventCount
    self.conflicts = conflicts
    self.openParts = openParts
  }

  /// Derives which parts are open from the conflicts and the history they are of.
  public mutating func deriveParts(from history: FieldHistory) {
    openParts = history.openParts(of: conflicts)
    isReviewStale = false
  }
}
