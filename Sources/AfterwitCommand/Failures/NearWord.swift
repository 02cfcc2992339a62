/// The word that somebody may have meant who typed another.
enum NearWord {
  /// The word of some that takes the fewest letters changed, put in, left out or swapped; `nil` where
  /// even that is too many for a slip.
  /// - Complexity: O(*words* × *letters*²).
  static func of(_ typed: String, among words: [String]) -> String? {
    let most = typed.count < 4 ? 1 : 2
    let near = words.map { (word: $0, distance: distance(typed, $0)) }
      .min { $0.distance < $1.distance }
    guard let near, near.distance <= most, near.distance < near.word.count else { return nil }
    return near.word
  }

  /// The number of such steps between two words (optimal string alignment).
  private static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    var rows = [Array(0...right.count)]
    for (i, letter) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var least = min(
          rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          least = min(least, rows[i - 1][j - 1] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
