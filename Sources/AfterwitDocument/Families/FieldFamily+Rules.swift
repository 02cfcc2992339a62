/// What this version knows of a family.
enum FamilyRules {
  /// It keeps fields in this way.
  case field(any Family.Type)
  /// It tells whether the entry is there.
  case presence
  /// It tells which changes are taken back.
  case undo
  /// Its operations are kept, and not understood.
  case unknown
}

extension FieldFamily {
  /// What keeps the fields of this family.
  var rules: FamilyRules {
    switch self {
    case .text: .field(TextField.self)
    case .register: .field(Register.self)
    case .set: .field(AddWinsSet.self)
    case .presence: .presence
    case .undo: .undo
    case .counter: .field(Counter.self)
    case .list: .field(ListField.self)
    case .log: .unknown
    }
  }
}
