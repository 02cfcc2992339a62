extension String {
  /// The number of Unicode scalars: that of the bytes that begin one.
  ///
  /// - Complexity: O(*n*), eight bytes at once where they are ASCII; a walk along the scalars costs
  ///   many times that.
  var scalarCount: Int {
    utf8.withContiguousStorageIfAvailable { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var count = 0
      var place = 0
      while place < raw.count {
        if place + 8 <= raw.count,
          raw.loadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          count += 8
          place += 8
        } else {
          if raw[place] & 0xc0 != 0x80 { count += 1 }
          place += 1
        }
      }
      return count
    } ?? unicodeScalars.count
  }
}
