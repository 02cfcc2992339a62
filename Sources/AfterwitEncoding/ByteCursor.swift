/// A place in bytes of unknown origin; a read checks and advances, or throws and names the place.
///
/// Every length is checked against its limit and the bytes that are left before anything is
/// allocated.
public struct ByteCursor: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  /// Starts at the first of the bytes.
  public init(_ bytes: [UInt8]) {
    self.init(bytes[...])
  }

  /// Starts at the first of the slice's bytes; offsets count from there.
  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// How many bytes have been read.
  public var offset: Int { index - bytes.startIndex }

  /// How many bytes are left.
  public var remaining: Int { bytes.endIndex - index }

  /// Whether every byte has been read.
  public var isAtEnd: Bool { index == bytes.endIndex }

  /// A failure at this place, for a caller that finds a value it cannot accept.
  public func failure(_ reason: DecodingFailure.Reason) -> DecodingFailure {
    DecodingFailure(offset: offset, reason: reason)
  }

  /// Reads one byte.
  public mutating func readByte() throws(DecodingFailure) -> UInt8 {
    guard index < bytes.endIndex else { throw failure(.truncated) }
    defer { index += 1 }
    return bytes[index]
  }

  /// Reads exactly `count` bytes, sharing their storage.
  public mutating func readBytes(_ count: Int) throws(DecodingFailure) -> ArraySlice<UInt8> {
    guard count >= 0, count <= remaining else { throw failure(.truncated) }
    defer { index += count }
    return bytes[index..<index + count]
  }

  /// Reads an integer in its full width, most significant byte first.
  @inlinable
  public mutating func readBigEndian<Value: FixedWidthInteger & UnsignedInteger>(
    _: Value.Type = Value.self
  ) throws(DecodingFailure) -> Value {
    Value(truncatingIfNeeded: try readInteger(byteCount: Value.bitWidth / 8))
  }

  /// Reads an integer of that many bytes, most significant first; eight at most.
  @usableFromInline
  mutating func readInteger(byteCount: Int) throws(DecodingFailure) -> UInt64 {
    var value: UInt64 = 0
    for byte in try readBytes(byteCount) {
      value = value << 8 | UInt64(byte)
    }
    return value
  }

  /// Reads an unsigned LEB128 integer; a longer form than needed is refused.
  public mutating func readVarint() throws(DecodingFailure) -> UInt64 {
    let start = self
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try readByte()
      let group = UInt64(byte & 0x7f)
      guard shift < 63 || group <= 1, shift <= 63 else { throw start.failure(.overflow) }
      value |= group << shift
      if byte & 0x80 == 0 {
        guard byte != 0 || shift == 0 else { throw start.failure(.notCanonical) }
        return value
      }
      shift += 7
    }
  }

  /// Reads a varint that must be at most `limit`.
  public mutating func readCount(limit: Int) throws(DecodingFailure) -> Int {
    let start = self
    let value = try readVarint()
    guard value <= UInt64(limit) else { throw start.failure(.overLimit) }
    return Int(value)
  }

  /// Reads a blob of at most `limit` bytes, sharing its storage.
  public mutating func readBlob(limit: Int) throws(DecodingFailure) -> ArraySlice<UInt8> {
    try readBytes(try readCount(limit: limit))
  }

  /// Reads a string of at most `limit` bytes of UTF-8; ill-formed UTF-8 is refused.
  public mutating func readString(limit: Int) throws(DecodingFailure) -> String {
    let start = self
    let blob = try readBlob(limit: limit)
    // Not by `String(validating:as:)`, which asks the runtime for a generic type each time.
    guard let text = try? UTF8Span(validating: blob.span) else {
      throw start.failure(.invalidText)
    }
    return String(copying: text)
  }

  /// Reads all that is left, sharing its storage.
  public mutating func readRest() -> ArraySlice<UInt8> {
    defer { index = bytes.endIndex }
    return bytes[index...]
  }

  /// Refuses bytes after the last value.
  public func requireEnd() throws(DecodingFailure) {
    guard isAtEnd else { throw failure(.trailingBytes) }
  }
}
