extension ScalarBuffer {
  /// Performs operations that are known to fit, one after another.
  mutating func apply(_ operations: [TextOperation]) {
    for operation in operations {
      switch operation {
      case .insert(let position, let text): insert(text, at: position)
      case .delete(let position, let count): delete(count, at: position)
      case .answer, .same: break
      }
    }
  }

  /// What turns this text into another: between what both begin and end with, all is put anew.
  /// - Complexity: O(*lengths*).
  func operations(to other: ScalarBuffer) -> [TextOperation] {
    let shorter = Swift.min(count, other.count)
    let (old, new) = (Array(text.unicodeScalars), Array(other.text.unicodeScalars))
    let start = zip(old, new).prefix { $0 == $1 }.count
    let rest = zip(old.reversed(), new.reversed()).prefix(shorter - start)
    let end = rest.prefix { $0 == $1 }.count
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
