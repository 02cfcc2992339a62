internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitText

extension OpenedDocument {
  /// Appends what follows the code of the content (see `DraftOrigin`).
  func encode(into builder: inout ByteBuilder) {
    builder.append(contentsOf: basis.entry.bytes)
    builder.append(string: basis.kind.rawValue)
    builder.append(string: shown)
    guard let version else {
      builder.append(count: edits.count)
      for edit in edits { edit.encode(into: &builder) }
      return
    }
    builder.append(count: version.count)
    for envelope in version { builder.append(envelope) }
    DocumentBasis.Field.encode(basis.fields, into: &builder)
  }

  /// Reads what ``encode(into:)`` wrote.
  init(decoding cursor: inout ByteCursor, isNew: Bool) throws(DecodingFailure) {
    let start = cursor
    guard let entry = EntryID(try cursor.readBytes(EntryID.byteCount)),
      let kind = Kind(rawValue: try cursor.readString(limit: cursor.remaining))
    else { throw start.failure(.unknownValue) }
    let shown = try cursor.readString(limit: cursor.remaining)
    var version: [EnvelopeID] = []
    var edits: [FieldEdit] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      if isNew {
        edits.append(try FieldEdit(decoding: &cursor))
      } else {
        version.append(try cursor.readIdentifier())
      }
    }
    let fields = isNew ? [] : try DocumentBasis.Field.all(&cursor)
    self.init(
      basis: DocumentBasis(entry: entry, kind: kind, fields: fields),
      version: isNew ? nil : version, edits: edits, shown: shown)
  }
}

extension DocumentBasis.Field {
  fileprivate static func encode(_ fields: [Self], into builder: inout ByteBuilder) {
    builder.append(count: fields.count)
    for field in fields {
      builder.append(string: field.name.name.string)
      builder.append(field.name.familyCode)
      switch field.value {
      case .text(let text): text.encode(into: &builder)
      case .register(let value): builder.append(string: value)
      case .set(let elements):
        builder.append(count: elements.count)
        for element in elements { builder.append(string: element) }
      case .list(let row):
        builder.append(count: row.placeCount)
        builder.append(count: row.elements.count)
        for element in row.elements {
          builder.append(contentsOf: element.id.bytes)
          builder.append(count: element.position)
          encode(element.fields, into: &builder)
        }
      }
    }
  }

  fileprivate static func all(_ cursor: inout ByteCursor) throws(DecodingFailure) -> [Self] {
    var fields: [Self] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      let name = FieldName(
        storedName: try cursor.readString(limit: cursor.remaining),
        familyCode: try cursor.readByte())
      fields.append(Self(name: name, value: try value(&cursor, of: name)))
    }
    return fields
  }

  private static func value(
    _ cursor: inout ByteCursor, of name: FieldName
  ) throws(DecodingFailure) -> DocumentBasis.Value {
    switch name.family {
    case .text: return .text(try ShownText(decoding: &cursor))
    case .register: return .register(try cursor.readString(limit: cursor.remaining))
    case .set:
      var elements: [String] = []
      for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
        elements.append(try cursor.readString(limit: cursor.remaining))
      }
      return .set(elements)
    case .list:
      let placeCount = try cursor.readCount(limit: Int(Int32.max))
      var elements: [DocumentBasis.Element] = []
      for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
        let start = cursor
        guard let id = ElementID(try cursor.readBytes(ElementID.byteCount)) else {
          throw start.failure(.truncated)
        }
        let position = try cursor.readCount(limit: placeCount)
        elements.append(
          DocumentBasis.Element(id: id, position: position, fields: try all(&cursor)))
      }
      return .list(DocumentBasis.Row(placeCount: placeCount, elements: elements))
    case .presence, .counter, .log, .undo, nil: throw cursor.failure(.unknownValue)
    }
  }
}
