/// What an edit did to the marks of a text, as its author saw it.
///
/// A mark may be typed again: whoever takes a side brings back words that another had erased. What
/// the difference of two texts made of a mark that stands in both is not always known: it may have
/// been left alone, or taken out and put in anew.
struct MarkEdit: Sendable {
  /// The marks that were not shown and stand now.
  var typed: Set<Unicode.Scalar> = []
  /// The marks that were shown and stand no more.
  var erased: Set<Unicode.Scalar> = []
  /// The marks that may have been typed again, and of which some may have been erased.
  var moved: Set<Unicode.Scalar> = []
  /// How often the marks stand now: who keeps both sides may type a mark that is in each.
  private(set) var counts: [Unicode.Scalar: Int]

  /// Compares a text that was shown with what its reader made of it.
  ///
  /// - Parameter moving: the words of regions that were decided, in which nothing is known of the
  ///   marks that stay.
  init(from shown: String, to text: String, moving: String = "") {
    let before = Self.counts(shown)
    let after = Self.counts(text)
    counts = after
    let moving = Set(Typing.marks(in: moving))
    for mark in Set(before.keys).union(after.keys) {
      switch (before[mark] ?? 0, after[mark] ?? 0) {
      case (0, _): typed.insert(mark)
      case (_, 0): erased.insert(mark)
      case (let left, let right) where left != right || moving.contains(mark): moved.insert(mark)
      default: continue
      }
    }
  }

  private static func counts(_ text: String) -> [Unicode.Scalar: Int] {
    var counts: [Unicode.Scalar: Int] = [:]
    for mark in Typing.marks(in: text) { counts[mark, default: 0] += 1 }
    return counts
  }
}
