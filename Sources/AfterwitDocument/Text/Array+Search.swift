extension Array {
  /// The place of the last element whose key is not beyond a bound, or 0 where there is none; the
  /// elements ascend by their keys.
  /// - Complexity: O(log *count*).
  func lastPlace<Key: Comparable>(notBeyond bound: Key, by key: (Element) -> Key) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if key(self[middle]) <= bound { low = middle } else { high = middle }
    }
    return low
  }
}
