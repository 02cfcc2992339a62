/// The CRDT that keeps a field; it decides what its operations are and how they merge.
public enum FieldFamily: UInt8, Hashable, Comparable, Sendable {
  /// Long text, merged character by character.
  case text = 1
  /// One short value; concurrent writes stand side by side, the latest is shown.
  case register = 2
  /// A set of short strings, in which an add survives a concurrent remove.
  case set = 3
  /// Whether the entry is deleted; an edit it did not see survives a deletion.
  case presence = 4
  /// A sum of what was counted on each device.
  case counter = 5
  /// Elements in an order, each with an id for ever and fields of its own.
  case list = 6
  /// A set that only grows, with retractions; kept, and not understood yet.
  case log = 7
  /// Which earlier changes are taken back; it keeps no field.
  case undo = 8

  /// Orders by code.
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }
}
