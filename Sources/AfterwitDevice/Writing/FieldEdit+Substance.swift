extension FieldEdit {
  /// Whether there is more than white space in it.
  var saysSomething: Bool {
    switch self {
    case .set(_, let value), .add(_, let value), .replace(_, let value), .append(_, let value):
      value.contains { !$0.isWhitespace }
    case .remove: false
    }
  }
}
