extension UInt8 {
  /// Whether a byte of UTF-8 begins a scalar.
  var beginsScalar: Bool { self & 0xc0 != 0x80 }

  /// How many bytes the scalar has that begins with this one.
  var scalarLength: Int { self < 0x80 ? 1 : self < 0xe0 ? 2 : self < 0xf0 ? 3 : 4 }
}
