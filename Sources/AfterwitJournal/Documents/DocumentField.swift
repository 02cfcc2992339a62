internal import AfterwitDocument

/// What can have a heading of its own in a document: a field of an entry, or a list of it.
enum DocumentField: Hashable {
  case field(FieldDefinition)
  case list(ListDefinition)

  /// Its name, which is its heading.
  var name: String {
    switch self {
    case .field(let field): field.name.name.string
    case .list(let list): list.name.name.string
    }
  }
}
