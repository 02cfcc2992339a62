import AfterwitText

/// What a change deleted and inserted of a text between two scalars that survived, every scalar being
/// typed only once.
struct FieldHunk {
  var deleted: Set<Unicode.Scalar> = []
  var inserted: Set<Unicode.Scalar> = []
  /// The surviving scalars before and behind it; `nil` at an end of the text.
  let before: Unicode.Scalar?
  let behind: Unicode.Scalar?

  /// The hunks that make one text of another.
  static func hunks(from old: [Unicode.Scalar], to new: [Unicode.Scalar]) -> [Self] {
    let surviving = old.filter(Set(new).contains)
    return (0...surviving.count).map { gap in
      let before = gap > 0 ? surviving[gap - 1] : nil
      let behind = gap < surviving.count ? surviving[gap] : nil
      let between = { (text: [Unicode.Scalar]) in
        let start = before.flatMap(text.firstIndex).map { $0 + 1 } ?? 0
        return Set(text[start..<(behind.flatMap(text.firstIndex) ?? text.count)])
      }
      return Self(deleted: between(old), inserted: between(new), before: before, behind: behind)
    }.filter { !$0.deleted.isEmpty || !$0.inserted.isEmpty }
  }

  /// Whether it writes into another one (AW-DOC-52).
  func writes(into other: Self) -> Bool {
    let isWithin = [before, behind].allSatisfy { $0.map(other.inserted.contains) ?? false }
    return !inserted.isEmpty && (isWithin || !deleted.isDisjoint(with: other.inserted))
  }
}
