/// Canonical bytes under construction: every value has exactly one encoding.
///
/// Fixed-width integers are big-endian. A varint is unsigned LEB128 in its shortest form. A
/// string or blob is its length in bytes as a varint, then the bytes (Protocol/2-encoding).
///
/// ```swift
/// var builder = ByteBuilder()
/// builder.append(varint: 300)
/// builder.append(string: "why")
/// #expect(builder.bytes == [0xac, 0x02, 3] + Array("why".utf8))
///
/// var cursor = ByteCursor(builder.bytes)
/// #expect(try cursor.readVarint() == 300)
/// #expect(try cursor.readString(limit: 16) == "why")
/// try cursor.requireEnd()
/// ```
public struct ByteBuilder: Sendable {
  /// What has been appended so far.
  public private(set) var bytes: [UInt8]

  /// Starts an empty sequence with room for `capacity` bytes.
  public init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Appends one byte as it is.
  public mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Appends bytes as they are, without a length.
  public mutating func append(contentsOf other: some Sequence<UInt8>) {
    bytes.append(contentsOf: other)
  }

  /// Appends an integer in its full width, most significant byte first.
  @inlinable
  public mutating func append(bigEndian value: some FixedWidthInteger & UnsignedInteger) {
    append(UInt64(truncatingIfNeeded: value), byteCount: value.bitWidth / 8)
  }

  /// Appends the low bytes of an integer, most significant first; eight at most.
  @usableFromInline
  mutating func append(_ value: UInt64, byteCount: Int) {
    var shift = UInt64(byteCount) * 8
    while shift > 0 {
      shift -= 8
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  /// Appends an integer as unsigned LEB128: one to ten bytes.
  public mutating func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Appends a count that is never negative as a varint.
  public mutating func append(count: Int) {
    append(varint: UInt64(count))
  }

  /// Appends a blob: its length as a varint, then its bytes.
  public mutating func append(blob: some Collection<UInt8>) {
    append(count: blob.count)
    bytes.append(contentsOf: blob)
  }

  /// Appends a string: the length of its UTF-8 as a varint, then the UTF-8.
  public mutating func append(string: String) {
    append(blob: string.utf8)
  }
}
