/// Whether two texts have a line in common that is more than white space.
package struct SharedLines {
  /// Whether there is one.
  package private(set) var isFound = false
  /// How many lines were looked at.
  package private(set) var steps = 0

  /// - Complexity: O(*n* + *m*), each line once.
  package init(_ one: String, _ other: String) {
    var (one, other) = (one, other)
    one.withUTF8 { left in
      var known = LineTable(capacity: left.count / 64)
      _ = LineBytes.contains(in: left) { line in
        steps += 1
        if !line.bytes.isEmpty { known.insert(HashedLine(line)) }
        return false
      }
      isFound = other.withUTF8 { right in
        LineBytes.contains(in: right) { line in
          steps += 1
          return known.contains(HashedLine(line)) && line.scalars.contains { !$0.isWhite }
        }
      }
    }
  }
}
