extension [Int] {
  /// Drops the elements that are among some others.
  ///
  /// Both are mostly one or two, and it is mostly the last that goes, so that nothing has to move.
  /// - Complexity: O(*count* times the count of the others).
  package mutating func drop(_ others: ArraySlice<Int>) {
    for place in indices.reversed() where others.contains(self[place]) {
      if place == count - 1 { removeLast() } else { remove(at: place) }
    }
  }
}
