public import AfterwitCausality
public import AfterwitEncoding

// Protocol/4-documents, "The body of a change": timestamp (8), parents, then blocks to the end.
extension Change {
  /// The canonical bytes that are sealed.
  public var body: [UInt8] {
    var builder = ByteBuilder()
    builder.append(bigEndian: timestamp.rawValue)
    builder.append(count: parents.count << 1 | (followsPredecessor ? 1 : 0))
    for parent in parents {
      builder.append(parent)
    }
    var rest = blocks[...]
    while let block = rest.first {
      let (entry, field) = (block.key.entry, block.key.entryField)
      var content = ByteBuilder()
      if field.family == .list {
        Self.popList(from: &rest, into: &content)
      } else {
        block.operations.encode(into: &content)
        rest.removeFirst()
      }
      builder.append(contentsOf: entry.bytes)
      field.encode(into: &builder, by: .entry)
      builder.append(blob: content.bytes)
    }
    return builder.bytes
  }

  /// Decodes a whole body.
  /// - Throws: ``DecodingFailure`` where it is malformed; such a change has no effect anywhere.
  public init(body: [UInt8]) throws(DecodingFailure) { try self.init(body: body[...]) }

  /// Decodes a whole body that lies among other bytes.
  /// - Throws: ``DecodingFailure`` where it is malformed; such a change has no effect anywhere.
  public init(body: ArraySlice<UInt8>) throws(DecodingFailure) {
    var cursor = ByteCursor(body)
    let prefix = try ChangePrefix(decoding: &cursor)
    var blocks: [Block] = []
    repeat {
      let start = cursor
      let entry: EntryID = try cursor.readIdentifier()
      let key = FieldKey(entry: entry, field: try FieldName(decoding: &cursor, by: .entry))
      if let last = blocks.last, (entry, key.field) <= (last.key.entry, last.key.entryField) {
        throw start.failure(.notCanonical)
      }
      let content = try cursor.readBlob(limit: cursor.remaining)
      guard !content.isEmpty else { throw start.failure(.truncated) }
      if key.field.family == .list {
        try Self.appendBlocks(ofList: content, of: key, to: &blocks)
      } else {
        let operations = try Operations(decoding: content, family: key.field.family)
        blocks.append(Block(key: key, operations: operations))
      }
    } while !cursor.isAtEnd
    if blocks.count > 1, blocks.contains(where: \.isUndo) { throw cursor.failure(.notCanonical) }
    self.init(prefix, blocks: blocks)
  }
}

/// The part of a body whose meaning never changes: when, and on what version, a change was made.
public struct ChangePrefix: Hashable, Sendable {
  /// When it was made, by the wall clock of its author's machine.
  public let timestamp: Timestamp
  /// Whether the envelope before it in its log is one of its parents.
  public let followsPredecessor: Bool
  /// The other parents, ascending.
  public let parents: [EnvelopeID]

  /// Decodes the prefix of a body.
  public init(body: [UInt8]) throws(DecodingFailure) {
    var cursor = ByteCursor(body)
    try self.init(decoding: &cursor)
  }

  init(decoding cursor: inout ByteCursor) throws(DecodingFailure) {
    timestamp = Timestamp(rawValue: try cursor.readBigEndian())
    let head = try cursor.readCount(limit: Change.parentLimit << 1 | 1)
    followsPredecessor = head & 1 == 1
    var parents: [EnvelopeID] = []
    for _ in 0..<head >> 1 {
      let start = cursor
      let parent: EnvelopeID = try cursor.readIdentifier()
      guard parent != .zero else { throw start.failure(.unknownValue) }
      if let last = parents.last, parent <= last { throw start.failure(.notCanonical) }
      parents.append(parent)
    }
    self.parents = parents
  }
}
