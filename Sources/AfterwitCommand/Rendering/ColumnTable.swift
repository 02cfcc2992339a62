// A terminal gives each scalar its columns by a table of its own, and adds them up: what belongs
// together, like a family of emoji, is drawn as one sign by some and takes the sum in most. Terminals
// agree about nearly all that people write; where they do not, this is what most of them do.
//
// The scalars lie in some nine hundred stretches of equal columns. Where each begins is a number whose
// last hexadecimal digit is the columns, so that one search by halves finds both.

/// How many columns of a terminal a scalar takes, after Unicode's files.
enum ColumnTable {
  /// From here on the table is searched; before, a scalar that is no control takes one column.
  private static let firstMark: UInt32 = 0x300

  /// None, one or two.
  ///
  /// - Complexity: O(log n) in the stretches; O(1) for Latin letters.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < firstMark { return value < 0x20 || 0x7f...0x9f ~= value ? 0 : 1 }
    var (low, high) = (0, changes.count)
    // The last stretch that begins at the scalar or before it lies in low..<high.
    while high - low > 1 {
      let middle = (low + high) / 2
      if changes[middle] >> 4 <= value { low = middle } else { high = middle }
    }
    return Int(changes[low] & 0xf)
  }
}
