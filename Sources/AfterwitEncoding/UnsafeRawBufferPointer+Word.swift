extension UnsafeRawBufferPointer {
  /// One of the words of eight bytes, most significant byte first.
  func word(_ index: Int) -> UInt64 {
    UInt64(bigEndian: loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
  }
}
