/// What an edit did to the marks of a text, as its author saw it.
///
/// Which marks it wrote anew though they stood before is told by its change alone
/// (``EntryRecord/typings``): so does who takes a side, and who edits what stands where changes met.
struct MarkEdit: Sendable {
  /// The marks that were not shown and stand now.
  var typed: Set<Unicode.Scalar> = []
  /// The marks that were shown and stand no more.
  var erased: Set<Unicode.Scalar> = []
  /// The marks of which fewer stand now than were shown.
  var thinned: Set<Unicode.Scalar> = []

  /// Compares a text that was shown with what its reader made of it.
  init(from shown: String, to text: String) {
    let before = Self.counts(shown)
    let after = Self.counts(text)
    for mark in Set(before.keys).union(after.keys) {
      switch (before[mark] ?? 0, after[mark] ?? 0) {
      case (0, _): typed.insert(mark)
      case (_, 0): erased.insert(mark)
      case (let left, let right) where right < left: thinned.insert(mark)
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
