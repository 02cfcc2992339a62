public import AfterwitCausality
internal import AfterwitDocument
public import AfterwitEncoding

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
      value.encode(into: &builder)
    }
    if !openParts.isEmpty { builder.append(0) }
    for part in openParts { part.encode(into: &builder) }
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
    let id: EntryID = try cursor.readIdentifier()
    let kindName = try cursor.readString(limit: cursor.remaining)
    let isDeleted = try cursor.readByte() == 1
    var fields: [(name: FieldName, value: FieldView)] = []
    var openParts: [OpenPart] = []
    while !cursor.isAtEnd {
      let name = try cursor.readString(limit: cursor.remaining)
      // No field has an empty name.
      guard !name.utf8.isEmpty else {
        while !cursor.isAtEnd { openParts.append(try OpenPart(decoding: &cursor)) }
        break
      }
      let field = FieldName(storedName: name, familyCode: try cursor.readByte())
      fields.append((field, try FieldView(decoding: &cursor, of: field.family)))
    }
    self.init(
      id: id, kindName: kindName, created: created, modified: modified, isDeleted: isDeleted,
      fields: fields, openParts: openParts)
  }
}
