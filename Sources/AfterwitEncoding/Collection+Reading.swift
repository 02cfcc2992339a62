extension Collection<UInt8> {
  /// Reads the bytes in place; asking an unknown collection for one after another costs a hundred
  /// times as much.
  func reading<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    withContiguousStorageIfAvailable { body(UnsafeRawBufferPointer($0)) }
      ?? Array(self).withUnsafeBytes(body)
  }
}
