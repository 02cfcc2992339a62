public import AfterwitDocument

/// What has fields: an entry of a kind, or an element of a list.
public enum FieldOwner: Hashable, Sendable {
  /// An entry.
  case entry(Kind)
  /// An element.
  case element(ListDefinition)

  /// What it is, in a word.
  public var word: String {
    switch self {
    case .entry(let kind): kind.rawValue
    case .element(let list): list.word
    }
  }

  /// The fields that can be written.
  public var fields: [FieldDefinition] {
    switch self {
    case .entry(let kind): kind.fields
    case .element(let list): list.fields
    }
  }

  /// The text field that takes words for which no field is named.
  public var mainField: FieldName {
    switch self {
    case .entry(let kind): kind.defaultField
    case .element(let list): list.mainField.name
    }
  }

  /// The field of a name, or `nil` where there is none.
  public func field(named name: String) -> FieldDefinition? {
    switch self {
    case .entry(let kind): kind.field(named: name)
    case .element(let list): list.field(named: name)
    }
  }
}
