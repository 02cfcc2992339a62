public import AfterwitEncoding

// Who loads the history of one field reads the bodies of many changes, and of each no more than what
// it does to that field: a change may have made a whole list, each of whose texts has a history.

extension Operations {
  /// Reads what a change does to one field, and passes over everything else; `nil` where it has no
  /// block of it.
  ///
  /// - Parameter body: the body of a change, which is well-formed.
  /// - Throws: ``DecodingFailure`` where what is read is malformed.
  public init?(on key: FieldKey, inBody body: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(body)
    _ = try ChangePrefix(decoding: &cursor)
    while !cursor.isAtEnd {
      let entry: EntryID = try cursor.readIdentifier()
      let field = try FieldName(decoding: &cursor, by: .entry)
      let content = try cursor.readBlob(limit: cursor.remaining)
      guard entry == key.entry, field == key.entryField else { continue }
      let own = field.family == .list ? try Self.content(of: key, inList: content) : content
      guard let own, !own.isEmpty else { return nil }
      try self.init(decoding: own, family: key.family)
      return
    }
    return nil
  }

  /// The part of a list's block that is of one field: of the list itself, or of an element.
  private static func content(
    of key: FieldKey, inList content: ArraySlice<UInt8>
  ) throws(DecodingFailure) -> ArraySlice<UInt8>? {
    var cursor = ByteCursor(content)
    let own = try cursor.readBlob(limit: cursor.remaining)
    guard let element = key.element else { return own }
    while !cursor.isAtEnd {
      let id: ElementID = try cursor.readIdentifier()
      let field = try FieldName(decoding: &cursor, by: .element)
      let content = try cursor.readBlob(limit: cursor.remaining)
      if id == element.id, field == key.field { return content }
    }
    return nil
  }
}
