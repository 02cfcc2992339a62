extension UnsafeRawBufferPointer {
  /// The word of eight bytes at an index, most significant byte first.
  func word(_ index: Int) -> UInt64 {
    UInt64(bigEndian: loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
  }
}
