internal import AfterwitEncoding

extension ByteBuilder {
  /// Appends an integer that may be negative, the small ones of either sign short.
  mutating func append(signed value: Int) {
    append(varint: UInt64(bitPattern: Int64(value << 1 ^ value >> 63)))
  }
}
