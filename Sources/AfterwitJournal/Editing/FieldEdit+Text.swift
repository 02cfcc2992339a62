extension FieldEdit {
  /// The whole value or text that the edit gives its field; `nil` for an element of a set.
  public var text: String? {
    switch self {
    case .set(_, let text), .replace(_, let text), .append(_, let text): text
    case .add, .remove: nil
    }
  }

  /// The same edit with another text.
  public func with(text: String) -> FieldEdit {
    switch self {
    case .set(let field, _): .set(field: field, value: text)
    case .replace(let field, _): .replace(field: field, text: text)
    case .append(let field, _): .append(field: field, text: text)
    case .add, .remove: self
    }
  }
}
