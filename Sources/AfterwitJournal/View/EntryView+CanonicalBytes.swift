public import AfterwitCausality
internal import AfterwitDocument
public import AfterwitEncoding
internal import AfterwitText

extension EntryView {
  /// The bytes whose hash is the entry's hash (Protocol/4-documents, "View, digest, held").
  ///
  /// Id (10), kind (string), a byte that tells whether it is hidden, then each field by name and
  /// family: name (string), family, and what it shows; where anything is under review, a zero byte
  /// and each open part. Nothing of clocks or of who wrote it.
  public var canonicalBytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(contentsOf: id.bytes)
    builder.append(string: kindName)
    builder.append(isDeleted ? 1 : 0)
    for (name, value) in fields {
      builder.append(string: name.name.string)
      builder.append(name.familyCode)
      switch value {
      case .text(let text):
        builder.append(string: text)
      case .register(let shown, let others):
        builder.append(string: shown)
        builder.append(strings: others)
      case .set(let elements):
        builder.append(strings: elements)
      }
    }
    if !openParts.isEmpty { builder.append(0) }
    for part in openParts {
      builder.append(string: part.field.name.string)
      builder.append(part.field.familyCode)
      builder.append(part.kind.rawValue)
      builder.append(count: part.hunks.count)
      for hunk in part.hunks {
        builder.append(hunk.envelope)
        builder.append(count: hunk.number)
      }
    }
    return builder.bytes
  }
}

extension EntryView {
  /// Reads a view from its ``canonicalBytes`` and the times that are not among them.
  /// - Throws: ``DecodingFailure`` where the bytes are not those of a view.
  public init(
    canonicalBytes bytes: [UInt8], created: Timestamp, modified: Timestamp
  ) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    guard let id = EntryID(try cursor.readBytes(EntryID.byteCount)) else {
      throw cursor.failure(.truncated)
    }
    let kindName = try cursor.readString()
    let isDeleted = try cursor.readByte() == 1
    var fields: [(name: FieldName, value: Value)] = []
    var openParts: [OpenPart] = []
    while !cursor.isAtEnd {
      let name = try cursor.readString()
      // No field has an empty name.
      guard !name.utf8.isEmpty else {
        while !cursor.isAtEnd { openParts.append(try cursor.readOpenPart()) }
        break
      }
      let field = FieldName(storedName: name, familyCode: try cursor.readByte())
      fields.append((field, try cursor.readValue(of: field)))
    }
    self.init(
      id: id, kindName: kindName, created: created, modified: modified, isDeleted: isDeleted,
      fields: fields, openParts: openParts)
  }
}

extension ByteCursor {
  fileprivate mutating func readString() throws(DecodingFailure) -> String {
    try readString(limit: remaining)
  }

  fileprivate mutating func readStrings() throws(DecodingFailure) -> [String] {
    var strings: [String] = []
    for _ in 0..<(try readCount(limit: remaining)) { strings.append(try readString()) }
    return strings
  }

  fileprivate mutating func readValue(
    of field: FieldName
  ) throws(DecodingFailure) -> EntryView.Value {
    switch field.family {
    case .text: .text(try readString())
    case .register: .register(try readString(), others: try readStrings())
    case .set: .set(try readStrings())
    default: throw failure(.unknownValue)
    }
  }

  fileprivate mutating func readOpenPart() throws(DecodingFailure) -> OpenPart {
    let field = FieldName(storedName: try readString(), familyCode: try readByte())
    guard let kind = ReviewKind(rawValue: try readByte()) else { throw failure(.unknownValue) }
    var hunks: [HunkID] = []
    for _ in 0..<(try readCount(limit: remaining)) {
      hunks.append(HunkID(envelope: try readIdentifier(), number: try readCount(limit: .max)))
    }
    return OpenPart(field: field, kind: kind, hunks: hunks)
  }
}

extension ByteBuilder {
  fileprivate mutating func append(strings: [String]) {
    append(count: strings.count)
    for string in strings {
      append(string: string)
    }
  }
}
