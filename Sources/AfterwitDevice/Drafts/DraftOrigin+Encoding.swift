internal import AfterwitDocument
internal import AfterwitEncoding
internal import AfterwitJournal
internal import AfterwitText

extension DraftOrigin {
  /// The bytes of the file.
  var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(contentsOf: Self.magic)
    builder.append(bigEndian: milliseconds)
    switch content {
    case .opened(let key, let version, let shown, let notes):
      let codes: (entry: UInt8, element: UInt8) = notes.isEmpty ? (0, 5) : (8, 9)
      builder.append(key.element == nil ? codes.entry : codes.element)
      builder.append(contentsOf: key.entry.bytes)
      if let element = key.element {
        builder.append(string: element.list.name.string)
        builder.append(contentsOf: element.id.bytes)
      }
      builder.append(string: key.field.name.string)
      builder.append(count: version.count)
      for envelope in version { builder.append(envelope) }
      shown.encode(into: &builder)
      if !notes.isEmpty { builder.append(strings: notes) }
    case .refused(let request, let place):
      switch request.target {
      case .edit(let entry):
        builder.append(1)
        builder.append(contentsOf: entry.bytes)
      case .new(let kind):
        builder.append(2)
        builder.append(string: kind.rawValue)
      case .add(let list, let entry):
        builder.append(3)
        builder.append(contentsOf: entry.bytes)
        builder.append(string: list.name.string)
      case .editElement(let key):
        builder.append(4)
        builder.append(contentsOf: key.entry.bytes)
        builder.append(string: key.element.list.name.string)
        builder.append(contentsOf: key.element.id.bytes)
      }
      builder.append(count: place.map { $0 + 1 } ?? 0)
      builder.append(count: request.edits.count)
      for (index, edit) in request.edits.enumerated() {
        let end = LineEnd.last(of: edit.text ?? "")
        (index == place ? edit.with(text: end) : edit).encode(into: &builder)
      }
    case .document(let opened):
      builder.append(opened.isNew ? 7 : 6)
      opened.encode(into: &builder)
    }
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    guard try Array(cursor.readBytes(4)) == Self.magic else { throw cursor.failure(.unknownValue) }
    milliseconds = try cursor.readBigEndian()
    switch try cursor.readByte() {
    case 0: content = try Self.opened(&cursor, isOfElement: false)
    case 1: content = try Self.refused(.edit(try Self.entry(&cursor)), &cursor)
    case 2:
      guard let kind = Kind(rawValue: try cursor.readString(limit: cursor.remaining)) else {
        throw cursor.failure(.unknownValue)
      }
      content = try Self.refused(.new(kind), &cursor)
    case 3:
      let entry = try Self.entry(&cursor)
      content = try Self.refused(.add(list: try Self.list(&cursor), to: entry), &cursor)
    case 4:
      let entry = try Self.entry(&cursor)
      let key = ElementKey(entry: entry, element: try Self.element(&cursor))
      content = try Self.refused(.editElement(key), &cursor)
    case 5: content = try Self.opened(&cursor, isOfElement: true)
    case 6: content = .document(try OpenedDocument(decoding: &cursor, isNew: false))
    case 7: content = .document(try OpenedDocument(decoding: &cursor, isNew: true))
    case 8: content = try Self.opened(&cursor, isOfElement: false, hasNotes: true)
    case 9: content = try Self.opened(&cursor, isOfElement: true, hasNotes: true)
    default: throw cursor.failure(.unknownValue)
    }
    try cursor.requireEnd()
  }

  private static func entry(_ cursor: inout ByteCursor) throws(DecodingFailure) -> EntryID {
    guard let entry = EntryID(try cursor.readBytes(EntryID.byteCount)) else {
      throw cursor.failure(.truncated)
    }
    return entry
  }

  private static func list(_ cursor: inout ByteCursor) throws(DecodingFailure) -> FieldName {
    FieldName(try cursor.readString(limit: cursor.remaining), family: .list)
  }

  private static func element(
    _ cursor: inout ByteCursor
  ) throws(DecodingFailure) -> ListElement {
    let list = try Self.list(&cursor)
    guard let id = ElementID(try cursor.readBytes(ElementID.byteCount)) else {
      throw cursor.failure(.truncated)
    }
    return ListElement(list: list, id: id)
  }

  private static func opened(
    _ cursor: inout ByteCursor, isOfElement: Bool, hasNotes: Bool = false
  ) throws(DecodingFailure) -> Content {
    let entry = try Self.entry(&cursor)
    let element = isOfElement ? try Self.element(&cursor) : nil
    let field = FieldName(try cursor.readString(limit: cursor.remaining), family: .text)
    var version: [EnvelopeID] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      version.append(try cursor.readIdentifier())
    }
    return .opened(
      FieldKey(entry: entry, element: element, field: field), version: version,
      shown: try ShownText(decoding: &cursor),
      notes: hasNotes ? try cursor.readStrings() : [])
  }

  private static func refused(
    _ target: EditRequest.Target, _ cursor: inout ByteCursor
  ) throws(DecodingFailure) -> Content {
    let place = try cursor.readCount(limit: cursor.remaining)
    var edits: [FieldEdit] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      edits.append(try FieldEdit(decoding: &cursor))
    }
    guard place <= edits.count else { throw cursor.failure(.unknownValue) }
    return .refused(EditRequest(target, edits), place: place == 0 ? nil : place - 1)
  }
}
