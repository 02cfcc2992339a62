extension Collection<UInt8> {
  /// Reads the bytes where they lie: to ask an unknown collection for each costs a hundred times that.
  func reading<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    withContiguousStorageIfAvailable { body(UnsafeRawBufferPointer($0)) }
      ?? Array(self).withUnsafeBytes(body)
  }
}
