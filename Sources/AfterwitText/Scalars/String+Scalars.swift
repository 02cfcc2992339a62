extension String {
  /// The number of Unicode scalars.
  /// - Complexity: O(*n*), sixteen bytes at once; a walk along the scalars costs many times that.
  var scalarCount: Int {
    utf8.withContiguousStorageIfAvailable(\.scalarCount) ?? unicodeScalars.count
  }
}
