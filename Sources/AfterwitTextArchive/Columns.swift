internal import AfterwitEncoding

// A stored history is a row of columns: each holds one kind of fact about all events or runs, so
// like stands by like, and a compressor finds what repeats. A column is its length, then its bytes
// as they are, or compressed where that is asked for and saves something.

/// Columns under construction.
struct ColumnWriter {
  private(set) var builder = ByteBuilder()
  private let isCompact: Bool

  init(magic: [UInt8], isCompact: Bool) {
    builder.append(contentsOf: magic)
    self.isCompact = isCompact
  }

  /// Adds a column.
  mutating func append(_ column: [UInt8], _ effort: Deflate.Effort = .most) {
    if isCompact, let compressed = Deflate.compress(column, effort) {
      builder.append(varint: UInt64(column.count) << 1 | 1)
      builder.append(blob: compressed)
    } else {
      builder.append(varint: UInt64(column.count) << 1)
      builder.append(contentsOf: column)
    }
  }

  /// Ends with a checksum of all before it.
  mutating func finished() -> [UInt8] {
    builder.append(bigEndian: Deflate.checksum(builder.bytes[...]))
    return builder.bytes
  }
}

/// Columns of a stored history, read in the order in which they were written.
struct ColumnReader {
  private var cursor: ByteCursor

  init(_ bytes: [UInt8], magic: [UInt8]) throws(DecodingFailure) {
    cursor = ByteCursor(bytes.dropLast(4))
    var tail = ByteCursor(bytes.suffix(4))
    guard Array(bytes.prefix(magic.count)) == magic else { throw cursor.failure(.unknownValue) }
    guard try tail.readBigEndian() == Deflate.checksum(bytes.dropLast(4)) else {
      throw cursor.failure(.notCanonical)
    }
    _ = try cursor.readBytes(magic.count)
  }

  /// The next column.
  mutating func next() throws(DecodingFailure) -> ArraySlice<UInt8> {
    let head = try cursor.readCount(limit: Int(Int32.max))
    guard head & 1 == 1 else { return try cursor.readBytes(head >> 1) }
    return try Deflate.expand(try cursor.readBlob(limit: cursor.remaining), to: head >> 1)[...]
  }

  /// Refuses columns after the last.
  func requireEnd() throws(DecodingFailure) { try cursor.requireEnd() }
}
