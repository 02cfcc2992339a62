extension ScalarBuffer {
  /// What turns this text into another: between what both begin and end with, all is put anew.
  /// - Complexity: O(*lengths*).
  func operations(to other: ScalarBuffer) -> [TextOperation] {
    let shorter = Swift.min(count, other.count)
    var start = 0
    while start < shorter, self[start] == other[start] { start += 1 }
    var end = 0
    while end < shorter - start, self[count - end - 1] == other[other.count - end - 1] { end += 1 }
    var operations: [TextOperation] = []
    if start + end < count {
      operations.append(.delete(position: start, count: count - start - end))
    }
    if start + end < other.count {
      operations.append(
        .insert(position: start, text: other.text(in: start..<other.count - end)))
    }
    return operations
  }
}
