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

extension FieldEdit {
  /// The field as the person named it.
  public var field: String {
    switch self {
    case .set(let field, _), .add(let field, _), .remove(let field, _), .replace(let field, _),
      .append(let field, _):
      field
    }
  }

  /// Whether it brings more than white space.
  var saysSomething: Bool {
    switch self {
    case .set(_, let value), .add(_, let value), .replace(_, let value), .append(_, let value):
      value.contains { !$0.isWhitespace }
    case .remove: false
    }
  }
}
