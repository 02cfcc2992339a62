internal import AfterwitCausality
internal import AfterwitDocument
internal import AfterwitEncoding

// Nothing but this machine's store reads these bytes, and they are derived anew where the store is.
extension PartLine {
  /// The bytes that the store keeps.
  var bytes: [UInt8] {
    var builder = ByteBuilder()
    builder.append(contentsOf: review.bytes)
    part.encode(into: &builder)
    builder.append(string: element?.list.name.string ?? "")
    if let element { builder.append(contentsOf: element.id.bytes) }
    builder.append(string: title)
    builder.append(count: values.count)
    for value in values { builder.append(string: value) }
    for writes in [removers, writers] {
      builder.append(count: writes.count)
      for write in writes {
        builder.append(write.device)
        builder.append(bigEndian: write.timestamp.rawValue)
      }
    }
    return builder.bytes
  }

  /// Reads what ``bytes`` wrote.
  init(decoding bytes: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(bytes)
    review = try cursor.readIdentifier()
    part = try OpenPart(decoding: &cursor)
    let list = try cursor.readString(limit: cursor.remaining)
    element =
      list.isEmpty
      ? nil
      : ListElement(
        list: FieldName(storedName: list, familyCode: FieldFamily.list.rawValue),
        id: try cursor.readIdentifier())
    title = try cursor.readString(limit: cursor.remaining)
    var values: [String] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      values.append(try cursor.readString(limit: cursor.remaining))
    }
    self.values = values
    removers = try Self.lastWrites(&cursor)
    writers = try Self.lastWrites(&cursor)
    try cursor.requireEnd()
  }

  private static func lastWrites(
    _ cursor: inout ByteCursor
  ) throws(DecodingFailure) -> [LastWrite] {
    var found: [LastWrite] = []
    for _ in 0..<(try cursor.readCount(limit: cursor.remaining)) {
      found.append(
        LastWrite(
          device: try cursor.readIdentifier(),
          timestamp: Timestamp(rawValue: try cursor.readBigEndian())))
    }
    return found
  }
}
