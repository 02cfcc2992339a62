/// Whether two texts may be one that was edited.
enum Likeness {
  /// Whether at least half of the words of the shorter are in the longer.
  static func holds(_ left: String, _ right: String) -> Bool {
    let (left, right) = (words(left), words(right))
    let least = min(left.count, right.count)
    guard least > 0 else { return left.isEmpty && right.isEmpty }
    return left.intersection(right).count * 2 >= least
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(text.split { !$0.isLetter && !$0.isNumber })
  }
}
