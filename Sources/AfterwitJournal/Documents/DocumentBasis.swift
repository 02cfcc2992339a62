public import AfterwitDocument
public import AfterwitEncoding
public import AfterwitText

/// What a document shows of an entry, as it was when the document was opened.
public struct DocumentBasis: Hashable, Sendable {
  /// A field that shows something.
  public struct Field: Hashable, Sendable {
    /// The field.
    public let name: FieldName
    /// What it shows.
    public let value: Value

    /// A field of given parts.
    public init(name: FieldName, value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// What a field shows.
  public enum Value: Hashable, Sendable {
    /// A text.
    case text(ShownText)
    /// The value of a register.
    case register(String)
    /// The elements of a set.
    case set([String])
    /// The elements of a list that are not removed.
    case list(Row)
  }

  /// The elements of a list where they stand.
  public struct Row: Hashable, Sendable {
    /// How many places the list has, vacant ones too.
    public let placeCount: Int
    /// The elements, in their order.
    public let elements: [Element]

    /// A row of given parts.
    public init(placeCount: Int, elements: [Element]) {
      self.placeCount = placeCount
      self.elements = elements
    }
  }

  /// An element of a list.
  public struct Element: Hashable, Sendable {
    /// The element.
    public let id: ElementID
    /// How many places of the list stand before it.
    public let position: Int
    /// The fields that show something.
    public let fields: [Field]

    /// An element of given parts.
    public init(id: ElementID, position: Int, fields: [Field]) {
      self.id = id
      self.position = position
      self.fields = fields
    }
  }

  /// The entry.
  public let entry: EntryID
  /// Its kind.
  public let kind: Kind
  /// The fields that show something, in no order.
  public let fields: [Field]

  /// A basis of given parts; without fields where the entry is to be made.
  public init(entry: EntryID, kind: Kind, fields: [Field]) {
    self.entry = entry
    self.kind = kind
    self.fields = fields
  }

  /// What the field of a name shows; `nil` where it shows nothing.
  func value(of field: FieldName) -> Value? { fields.first { $0.name == field }?.value }

  /// The elements of a list.
  public func row(of list: ListDefinition) -> Row {
    guard case .list(let row)? = value(of: list.name) else {
      return Row(placeCount: 0, elements: [])
    }
    return row
  }
}

extension DocumentBasis.Field {
  /// What a text or a register says; empty for anything else.
  var words: String {
    switch value {
    case .text(let text): text.text
    case .register(let value): value
    case .set, .list: ""
    }
  }
}

extension DocumentBasis.Element {
  /// What a field says; empty where it says nothing.
  func words(of field: FieldName) -> String { fields.first { $0.name == field }?.words ?? "" }

  /// The element as an item of a document.
  func item(of list: ListDefinition) -> DocumentItem {
    DocumentItem(
      values: list.fields.map { field in
        let lines = Margins.plain(words(of: field.name))
        return ExactString(String(Substring(lines.joined(separator: "\n")).trimmed))
      })
  }
}
