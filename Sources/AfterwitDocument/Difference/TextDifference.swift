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
// more than a thousand edits, and replaces it whole.

/// What a person changed in a text, from the text before and after.
public enum TextDifference {
  /// The minimal edit from one text to another: by line, then by word, then by grapheme cluster.
  ///
  /// - Returns: Operations that turn `old` into exactly `new`, ascending, none of which begins or
  ///   ends inside a grapheme cluster of `old`.
  public static func operations(from old: String, to new: String) -> [TextOperation] {
    var names = TokenNames<Unicode.Scalar>()
    let old = ClusterText(old, names: &names)
    let new = ClusterText(new, names: &names)
    let whole = Hunk(old: old.numbers.indices, new: new.numbers.indices)
    let edits = refined(whole, from: old, to: new) { $0.lines(in: $1) }
      .flatMap { refined($0, from: old, to: new) { $0.words(in: $1) } }
      .map { ShortestEdit.trimmed($0, from: old.numbers, to: new.numbers) }
    return operations(for: edits, from: old, to: new)
  }

  /// The smaller hunks in a hunk of clusters, found by comparing tokens of a kind.
  private static func refined(
    _ hunk: Hunk, from old: ClusterText, to new: ClusterText,
    tokens: (ClusterText, Range<Int>) -> [Range<Int>]
  ) -> [Hunk] {
    var names = TokenNames<Int>()
    let oldTokens = tokens(old, hunk.old)
    let newTokens = tokens(new, hunk.new)
    let found = ShortestEdit.hunks(
      from: oldTokens.map { names.number(of: old.numbers[$0]) },
      to: newTokens.map { names.number(of: new.numbers[$0]) })
    return found.map { inner in
      Hunk(
        old: clusters(of: inner.old, in: oldTokens, of: hunk.old),
        new: clusters(of: inner.new, in: newTokens, of: hunk.new))
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

  /// One deletion and one insertion a hunk, at positions in the text that the earlier ones left.
  private static func operations(
    for hunks: [Hunk], from old: ClusterText, to new: ClusterText
  ) -> [TextOperation] {
    var operations: [TextOperation] = []
    for hunk in hunks {
      // Before the hunk, the text at hand is already the new one.
      let position = new.starts[hunk.new.lowerBound]
      let deleted = old.starts[hunk.old.upperBound] - old.starts[hunk.old.lowerBound]
      if deleted > 0 { operations.append(.delete(position: position, count: deleted)) }
      if !hunk.new.isEmpty {
        operations.append(.insert(position: position, text: new.text(of: hunk.new)))
      }
    }
    return operations
  }
}
