public import AfterwitEncoding

extension Change {
  /// The fields that a body has a block of, in its order; what it does to them is passed over.
  ///
  /// - Parameter body: the body of a change, which is well-formed.
  /// - Throws: ``DecodingFailure`` where what is read is malformed.
  public static func keys(inBody body: ArraySlice<UInt8>) throws(DecodingFailure) -> [FieldKey] {
    var cursor = ByteCursor(body)
    _ = try ChangePrefix(decoding: &cursor)
    var keys: [FieldKey] = []
    while !cursor.isAtEnd {
      let entry: EntryID = try cursor.readIdentifier()
      let key = FieldKey(entry: entry, field: try FieldName(decoding: &cursor, by: .entry))
      let content = try cursor.readBlob(limit: cursor.remaining)
      if key.field.family == .list {
        try appendKeys(ofList: content, of: key, to: &keys)
      } else {
        keys.append(key)
      }
    }
    return keys
  }

  /// Reads the block of a list: whether it has operations of its own, and its elements' fields.
  private static func appendKeys(
    ofList content: ArraySlice<UInt8>, of list: FieldKey, to keys: inout [FieldKey]
  ) throws(DecodingFailure) {
    var cursor = ByteCursor(content)
    if try !cursor.readBlob(limit: cursor.remaining).isEmpty { keys.append(list) }
    while !cursor.isAtEnd {
      let id: ElementID = try cursor.readIdentifier()
      keys.append(
        FieldKey(
          entry: list.entry, element: ListElement(list: list.field, id: id),
          field: try FieldName(decoding: &cursor, by: .element)))
      _ = try cursor.readBlob(limit: cursor.remaining)
    }
  }
}
