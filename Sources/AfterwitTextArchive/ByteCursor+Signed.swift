internal import AfterwitEncoding

extension ByteCursor {
  /// Reads an integer that may be negative.
  mutating func readSigned() throws(DecodingFailure) -> Int {
    let value = Int64(bitPattern: try readVarint())
    return Int(Int64(bitPattern: UInt64(bitPattern: value) >> 1) ^ -(value & 1))
  }
}
