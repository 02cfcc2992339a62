package import AfterwitEncoding

// Protocol/4-documents, "Families": those on a text, one after another. What fits no form is not
// understood; what fits a form and breaks its rules is refused.
extension TextOperation {
  /// Appends the operations of one change.
  package static func encode(_ operations: [TextOperation], into builder: inout ByteBuilder) {
    for operation in operations {
      switch operation {
      case .insert(let position, let text):
        builder.append(varint: UInt64(position) << 2)
        builder.append(string: text)
      case .delete(let position, let count):
        builder.append(varint: UInt64(position) << 2 | 1)
        builder.append(count: count)
      case .answer(let hunks):
        builder.append(varint: UInt64(hunks.count) << 2 | 2)
        for hunk in hunks { hunk.encode(into: &builder) }
      case .same:
        builder.append(3)
      }
    }
  }

  /// Reads the operations of one change to the end, or `nil` where one has a form that is not known.
  /// - Throws: ``DecodingFailure`` where a known form breaks its rules.
  package static func decode(
    _ cursor: inout ByteCursor
  ) throws(DecodingFailure) -> [TextOperation]? {
    var operations: [TextOperation] = []
    repeat {
      let start = cursor
      let head = try cursor.readVarint()
      let position = Int(head >> 2)
      switch head & 3 {
      case 0:
        let text = try cursor.readString(limit: cursor.remaining)
        guard !text.utf8.isEmpty else { throw start.failure(.notCanonical) }
        operations.append(.insert(position: position, text: text))
      case 1:
        let count = try cursor.readCount(limit: Int(Int32.max))
        guard count > 0 else { throw start.failure(.notCanonical) }
        operations.append(.delete(position: position, count: count))
      case 2 where position > 0:
        operations.append(.answer(try hunks(position, &cursor)))
      case 3 where position == 0:
        guard operations.isEmpty else { throw start.failure(.notCanonical) }
        operations.append(.same)
      default:
        return nil
      }
      if operations.count > 1, operations[0] == .same, operations.last?.isDeletion != true {
        throw start.failure(.notCanonical)
      }
    } while !cursor.isAtEnd
    return operations
  }

  private static func hunks(
    _ count: Int, _ cursor: inout ByteCursor
  ) throws(DecodingFailure) -> [HunkID] {
    var hunks: [HunkID] = []
    for _ in 0..<count {
      let start = cursor
      let hunk = try HunkID(decoding: &cursor)
      if let last = hunks.last, hunk <= last { throw start.failure(.notCanonical) }
      hunks.append(hunk)
    }
    return hunks
  }

  private var isDeletion: Bool {
    if case .delete = self { true } else { false }
  }
}
