public import AfterwitEncoding

/// An element of a list as it is shown.
public struct ElementView: Hashable, Sendable {
  /// The element.
  public let id: ElementID
  /// The fields that show something, ascending by name.
  public let fields: [Field]
  /// What is under review in it, ascending.
  public let openParts: [OpenPart]

  /// A field that shows something.
  public struct Field: Hashable, Sendable {
    /// Its name.
    public let name: FieldName
    /// What it shows.
    public let value: FieldView

    /// A field of given parts.
    public init(name: FieldName, value: FieldView) {
      self.name = name
      self.value = value
    }
  }

  /// An element of given parts.
  public init(id: ElementID, fields: [Field] = [], openParts: [OpenPart] = []) {
    self.id = id
    self.fields = fields
    self.openParts = openParts
  }
}

// Its bytes are part of its list's in the view of the entry (Protocol/4-documents, "View, digest,
// held").
extension ElementView {
  func encode(into builder: inout ByteBuilder) {
    builder.append(contentsOf: id.bytes)
    builder.append(count: fields.count)
    for field in fields {
      builder.append(string: field.name.name.string)
      builder.append(field.name.familyCode)
      field.value.encode(into: &builder)
    }
    builder.append(count: openParts.count)
    for part in openParts { part.encode(into: &builder) }
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    let id: ElementID = try cursor.readIdentifier()
    var fields: [Field] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      let name = FieldName(
        storedName: try cursor.readString(limit: cursor.remaining),
        familyCode: try cursor.readByte())
      fields.append(
        Field(name: name, value: try FieldView(decoding: &cursor, of: name.elementFamily)))
    }
    var parts: [OpenPart] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      parts.append(try OpenPart(decoding: &cursor))
    }
    self.init(id: id, fields: fields, openParts: parts)
  }
}
