internal import AfterwitEncoding

// Protocol/4-documents, "Operations of a list": one block of a body holds what a change does to a list
// and to the fields of its elements. In memory each of these is a block of its own.

extension Change {
  /// Reads the block of a list: its own operations, then those of its elements' fields.
  /// - Throws: ``DecodingFailure`` where it is malformed.
  static func appendBlocks(
    ofList content: ArraySlice<UInt8>, of list: FieldKey, to blocks: inout [Block]
  ) throws(DecodingFailure) {
    var cursor = ByteCursor(content)
    var last: FieldKey?
    let own = try cursor.readBlob(limit: cursor.remaining)
    if !own.isEmpty {
      blocks.append(
        Block(key: list, operations: try Operations(decoding: own, family: list.field.family)))
    }
    guard !own.isEmpty || !cursor.isAtEnd else { throw cursor.failure(.truncated) }
    while !cursor.isAtEnd {
      let start = cursor
      let id: ElementID = try cursor.readIdentifier()
      let key = FieldKey(
        entry: list.entry, element: ListElement(list: list.field, id: id),
        field: try FieldName(decoding: &cursor, by: .element))
      if let last, key <= last { throw start.failure(.notCanonical) }
      last = key
      let content = try cursor.readBlob(limit: cursor.remaining)
      guard !content.isEmpty else { throw start.failure(.truncated) }
      let operations = try Operations(decoding: content, family: key.field.elementFamily)
      blocks.append(Block(key: key, operations: operations))
    }
  }

  /// Takes out the blocks of the list that the first one is of, and appends them as one.
  static func popList(from blocks: inout ArraySlice<Block>, into builder: inout ByteBuilder) {
    guard let list = blocks.first?.key else { return }
    var own = ByteBuilder()
    if list.element == nil { blocks.popFirst()?.operations.encode(into: &own) }
    builder.append(blob: own.bytes)
    while let key = blocks.first?.key, let element = key.element, key.entry == list.entry,
      element.list == list.entryField
    {
      var content = ByteBuilder()
      blocks.popFirst()?.operations.encode(into: &content)
      builder.append(contentsOf: element.id.bytes)
      key.field.encode(into: &builder, by: .element)
      builder.append(blob: content.bytes)
    }
  }
}
