/// The operations of one change on one field, by the field's family.
public enum Operations: Hashable, Sendable {
  /// Insertions and deletions, applied one after another.
  case text([TextOperation])
  /// A new value; an empty one clears the field.
  case register(String)
  /// Elements added and removed, each named once.
  case set(added: [ExactString], removed: [ExactString])
  /// The entry is deleted, or stands again.
  case presence(Presence)
  /// What this version does not understand, byte for byte.
  case unknown([UInt8])

  /// What a change says of an entry's presence.
  public enum Presence: UInt8, Hashable, Sendable {
    /// The entry is deleted.
    case deleted = 0
    /// The entry stands, whatever was deleted before.
    case restored = 1
  }

  /// Whether they only take out what two devices wrote alike, and so touch no entry.
  var isSame: Bool {
    if case .text(let operations) = self { operations.first == .same } else { false }
  }
}
