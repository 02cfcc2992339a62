/// What a person wants of one field of an entry; fields are named as people type them.
public enum FieldEdit: Hashable, Sendable {
  /// The register shows this value; an empty one clears it. A text shows exactly this text.
  case set(field: String, value: String)
  /// The set holds this element.
  case add(field: String, value: String)
  /// The set does not hold this element.
  case remove(field: String, value: String)
  /// The text becomes this one, by the smallest difference against what this device shows.
  case replace(field: String, text: String)
  /// The text gets a new last paragraph.
  case append(field: String, text: String)
}
