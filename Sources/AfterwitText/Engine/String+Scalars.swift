extension String {
  /// The number of Unicode scalars: that of the bytes that begin one.
  ///
  /// - Complexity: O(*n*), many bytes at once; a walk along the scalars costs several times that.
  var scalarCount: Int {
    utf8.withContiguousStorageIfAvailable { bytes in
      var count = 0
      for byte in bytes where byte & 0xc0 != 0x80 { count += 1 }
      return count
    } ?? unicodeScalars.count
  }
}
