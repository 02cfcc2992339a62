extension PreferenceKey {
  /// The key whose name is most like one that is none.
  static func nearest(to name: String) -> PreferenceKey {
    allCases.min { distance($0.rawValue, name) < distance($1.rawValue, name) } ?? .editor
  }

  /// How many letters must be changed, added or taken out to make one name of the other
  /// (Levenshtein, 1965).
  private static func distance(_ one: String, _ other: String) -> Int {
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, otherLetter) in other.enumerated() {
        let substituted = diagonal + (letter == otherLetter ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(substituted, row[column] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
