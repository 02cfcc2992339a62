internal import AfterwitEncoding

/// A place in a column of small numbers; reads refuse what a ``ByteCursor`` refuses.
///
/// A history has tens of thousands of numbers, nearly all of one byte. They are read here without a
/// call, which is what the attributes are for: the compiler alone leaves the error's way a call.
/// What is longer or wrong is left to the cursor.
struct ColumnCursor {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// Whether every byte has been read.
  var isAtEnd: Bool { index == bytes.endIndex }

  /// How many bytes are left.
  var remaining: Int { bytes.endIndex - index }

  /// A failure at this place.
  func failure(_ reason: DecodingFailure.Reason) -> DecodingFailure {
    DecodingFailure(offset: index - bytes.startIndex, reason: reason)
  }

  /// Reads one byte.
  @inline(__always)
  mutating func readByte() throws(DecodingFailure) -> UInt8 {
    guard index < bytes.endIndex else { throw failure(.truncated) }
    index += 1
    return bytes[index - 1]
  }

  /// Reads a varint that must be at most `limit`.
  @inline(__always)
  mutating func readCount(limit: Int) throws(DecodingFailure) -> Int {
    if index < bytes.endIndex, bytes[index] < 0x80, bytes[index] <= limit {
      index += 1
      return Int(bytes[index - 1])
    }
    return try read { cursor throws(DecodingFailure) in try cursor.readCount(limit: limit) }
  }

  /// Reads an integer that may be negative.
  mutating func readSigned() throws(DecodingFailure) -> Int {
    if index < bytes.endIndex, bytes[index] < 0x80 {
      index += 1
      let folded = Int(bytes[index - 1])
      return folded >> 1 ^ -(folded & 1)
    }
    return try read { cursor throws(DecodingFailure) in try cursor.readSigned() }
  }

  /// Reads in the general way.
  mutating func read<Value>(
    _ body: (inout ByteCursor) throws(DecodingFailure) -> Value
  ) throws(DecodingFailure) -> Value {
    var cursor = ByteCursor(bytes[index...])
    do {
      let value = try body(&cursor)
      index += cursor.offset
      return value
    } catch {
      throw DecodingFailure(
        offset: index - bytes.startIndex + error.offset, reason: error.reason)
    }
  }

  /// Refuses bytes after the last value.
  func requireEnd() throws(DecodingFailure) {
    guard isAtEnd else { throw failure(.trailingBytes) }
  }
}
