// An editor gives back a whole text; what is recorded is what the person changed. The smaller that
// is, the less it meets what others change at the same time, so the difference is taken three
// times: lines first, then words within the lines that differ, and of the words that differ only
// what lies between the graphemes they begin and end with alike.
//
// Both texts are cut into grapheme clusters once, and every token is a run of whole clusters. So no
// edit begins or ends inside a cluster of the old text, and where a new mark joins an old letter
// the letter is replaced with it. Texts are the same when their scalars are; canonical equivalence
// never makes an edit vanish.
//
// Cost: O(n) for texts of n scalars that differ little; each level gives up on a stretch that needs
// more than a thousand edits, and replaces it whole. Where words stand twice, the difference is taken
// once more for each copy that must not be kept.

/// What a person changed in a text, from the text before and after.
public enum TextDifference {
  /// The minimal edit from one text to another: by line, then by word, then by grapheme cluster.
  ///
  /// - Returns: Operations that turn `old` into exactly `new`, ascending, none of which begins or
  ///   ends inside a grapheme cluster of `old`.
  public static func operations(from old: String, to new: String) -> [TextOperation] {
    operations(from: ShownText(old), to: new)
  }

  /// The same edit, in which what lies in the region of a part follows the answer to that part, and
  /// which keeps nothing of a copy that another device may take out, where it answers the part in
  /// which that stands or changes either copy.
  public static func operations(from shown: ShownText, to new: String) -> [TextOperation] {
    let decided = shown.twins.filter { $0.isDecided(by: shown.answers) }
    var unkept = Set(decided.flatMap(\.later))
    var edits = edits(from: shown.text, to: new, keepingNone: unkept)
    while let torn = shown.twins.first(where: { $0.isTorn(by: edits) }) {
      unkept.formUnion(torn.later)
      edits = self.edits(from: shown.text, to: new, keepingNone: unkept)
    }
    return operations(for: edits, answering: shown.answers)
  }

  /// The replacements that lead from one text to another, and keep none of some scalars.
  private static func edits(
    from old: String, to new: String, keepingNone unkept: Set<Int> = []
  ) -> [ScalarEdit] {
    var names = TokenNames<Unicode.Scalar>()
    var old = ClusterText(old, names: &names)
    let new = ClusterText(new, names: &names)
    old.makeUnlike(unkept)
    let whole = Replacement(old: old.numbers.indices, new: new.numbers.indices)
    return refined(whole, from: old, to: new) { $0.lines(in: $1) }
      .flatMap { refined($0, from: old, to: new) { $0.words(in: $1) } }
      .map { ShortestEdit.trimmed($0, from: old.numbers, to: new.numbers) }
      .map { edit in
        ScalarEdit(
          old: old.starts[edit.old.lowerBound]..<old.starts[edit.old.upperBound],
          text: edit.new.isEmpty ? "" : new.text(of: edit.new))
      }
  }

  /// The smaller replacements in a replacement of clusters, found by comparing tokens of a kind.
  private static func refined(
    _ replacement: Replacement, from old: ClusterText, to new: ClusterText,
    tokens: (ClusterText, Range<Int>) -> [Range<Int>]
  ) -> [Replacement] {
    var names = TokenNames<Int>()
    let oldTokens = tokens(old, replacement.old)
    let newTokens = tokens(new, replacement.new)
    let found = ShortestEdit.replacements(
      from: oldTokens.map { names.number(of: old.numbers[$0]) },
      to: newTokens.map { names.number(of: new.numbers[$0]) })
    return found.map { inner in
      Replacement(
        old: clusters(of: inner.old, in: oldTokens, of: replacement.old),
        new: clusters(of: inner.new, in: newTokens, of: replacement.new))
    }
  }

  /// The clusters that a range of tokens covers.
  private static func clusters(
    of range: Range<Int>, in tokens: [Range<Int>], of whole: Range<Int>
  ) -> Range<Int> {
    let start =
      range.lowerBound < tokens.count ? tokens[range.lowerBound].lowerBound : whole.upperBound
    return start..<(range.isEmpty ? start : tokens[range.upperBound - 1].upperBound)
  }

  private static func operations(
    for edits: [ScalarEdit], answering parts: [PartAnswer]
  ) -> [TextOperation] {
    var left = edits
    var groups: [(answer: [TextOperation], edits: [ScalarEdit])] = []
    for part in parts {
      groups.append(([.answer(part.hunks)], left.filter { $0.touches(part.region) }))
      left.removeAll { $0.touches(part.region) }
    }
    var made: [ScalarEdit] = []
    return ([([], left)] + groups).flatMap { group in
      group.answer
        + group.edits.flatMap { edit in
          let shift = made.filter { $0.old.lowerBound < edit.old.lowerBound }
            .reduce(0) { $0 + $1.growth }
          made.append(edit)
          return edit.operations(shiftedBy: shift)
        }
    }
  }
}

/// A replacement in scalars of the old text.
private struct ScalarEdit {
  var old: Range<Int>
  var text: String

  /// How many scalars longer the text becomes.
  var growth: Int { text.unicodeScalars.count - old.count }

  /// Whether it lies in a region or at its ends.
  func touches(_ region: Range<Int>) -> Bool {
    old.lowerBound <= region.upperBound && old.upperBound >= region.lowerBound
  }

  /// Whether it inserts between two of some scalars, which ascend.
  func isInside(_ positions: [Int]) -> Bool {
    guard let first = positions.first, let last = positions.last else { return false }
    return !text.isEmpty && first < old.lowerBound && old.lowerBound <= last
  }

  /// One deletion and one insertion.
  func operations(shiftedBy shift: Int) -> [TextOperation] {
    let position = old.lowerBound + shift
    return (old.isEmpty ? [] : [.delete(position: position, count: old.count)])
      + (text.isEmpty ? [] : [.insert(position: position, text: text)])
  }
}

extension StandingTwins {
  /// Whether the later copy stands in a part that is answered.
  fileprivate func isDecided(by answers: [PartAnswer]) -> Bool {
    answers.contains { later.contains(where: $0.region.contains) }
  }

  /// Whether edits take something of a copy out, or write into the later one, and yet leave some of
  /// that one.
  fileprivate func isTorn(by edits: [ScalarEdit]) -> Bool {
    let gone = Set(edits.lazy.map(\.old).joined())
    let isTouched =
      edits.contains { $0.isInside(later) } || (earlier + later).contains(where: gone.contains)
    return isTouched && !later.allSatisfy(gone.contains)
  }
}
