extension RandomAccessCollection {
  /// The first index at which a condition holds, where it holds for no element before it and for all
  /// behind it; the end where it holds for none.
  ///
  /// Every binary search of the package is this one.
  /// - Complexity: O(log *count*).
  @inlinable
  package func partitioningIndex(where isBehind: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isBehind(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }

  /// The index of the last element whose key is at most a bound, or the first where there is none;
  /// the elements ascend by their keys, and there is at least one.
  /// - Complexity: O(log *count*).
  @inlinable
  package func lastIndex<Key: Comparable>(notBeyond bound: Key, by key: (Element) -> Key) -> Index {
    let behind = partitioningIndex { key($0) > bound }
    return behind > startIndex ? index(before: behind) : startIndex
  }
}
