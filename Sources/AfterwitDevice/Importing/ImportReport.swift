/// What an import came to.
public struct ImportReport: Hashable, Sendable {
  /// So many notes are kept; more are counted.
  public static let noteLimit = 10_000

  /// How many entries came.
  public internal(set) var new = 0
  /// How many were there already.
  public internal(set) var known = 0
  /// How many were there and got what their source says since.
  public internal(set) var changed = 0
  /// How many were there and stay as they were edited here.
  public internal(set) var kept = 0
  /// How many were there, and were removed here.
  public internal(set) var removed = 0
  /// How many could not be carried over.
  public internal(set) var refused = 0
  /// What a person should know, in the order of the source.
  public internal(set) var notes: [ImportNote] = []
  /// How many notes there are beside those.
  public internal(set) var furtherNotes = 0
  /// Whether it ran to its end.
  public internal(set) var isComplete = true

  /// How many entries the source has.
  public var total: Int { new + known + changed + kept + removed + refused }

  mutating func add(_ note: ImportNote) {
    if notes.count < Self.noteLimit { notes.append(note) } else { furtherNotes += 1 }
  }
}
