// An editor gives back a whole text; what is recorded is what the person changed. The smaller that
// is, the less it meets what others change at the same time; but a word that is cut in two can be
// put together wrongly with another half. So the difference is taken twice: lines first, then whole
// units within the lines that differ (Protocol/4-documents, "Edits").
//
// Both texts are cut into grapheme clusters once, and every token is a run of whole clusters. So no
// edit begins or ends inside a cluster of the old text, and where a new mark joins an old letter
// the word is replaced with it. Texts are the same when their scalars are; canonical equivalence
// never makes an edit vanish.
//
// Cost: O(n) for texts of n scalars that differ little; each level gives up on a stretch that needs
// more than a thousand edits, and replaces it whole.

/// What a person changed in a text, from the text before and after.
public enum TextDifference {
  /// The edit from one text to another: by line, then by unit.
  ///
  /// - Returns: Operations that turn `old` into exactly `new`, ascending, none of which begins or
  ///   ends inside a grapheme cluster of `old`.
  public static func operations(from old: String, to new: String) -> [TextOperation] {
    operations(from: ShownText(old), to: new)
  }

  /// The same edit of a text that was shown, in operations on the text that its changes give.
  ///
  /// A place where changes met is written anew where the edit answers its part or changes something
  /// in it; the rest follows the difference.
  public static func operations(from shown: ShownText, to new: String) -> [TextOperation] {
    GivenEdits(replacements(from: shown.text, to: new), of: shown).operations
  }

  /// The edit that gives some places, by their hunks, these words, and decides their parts
  /// (AW-DOC-30).
  public static func operations(
    answering shown: ShownText, with words: [[HunkID]: String]
  ) -> [TextOperation] {
    let edits = shown.places.compactMap { place in
      words[place.hunks].map { ScalarEdit(old: place.shown, text: $0) }
    }
    return GivenEdits(edits, of: shown).operations
  }

  /// The edit that puts a text behind what is shown.
  public static func operations(
    appending text: String, to shown: ShownText
  ) -> [TextOperation] {
    let end = shown.text.unicodeScalars.count
    return GivenEdits([ScalarEdit(old: end..<end, text: text)], of: shown).operations
  }

  /// The replacements that lead from one text to another.
  private static func replacements(from old: String, to new: String) -> [ScalarEdit] {
    var names = TokenNames<Unicode.Scalar>()
    let feed = names.number(of: ["\n"])
    let old = ClusterText(old, names: &names)
    let new = ClusterText(new, names: &names)
    return slid(
      lines(from: old, to: new, feed: feed).flatMap { rewritten($0, from: old, to: new) },
      from: old, to: new
    )
    .map { edit in
      ScalarEdit(
        old: old.starts[edit.old.lowerBound]..<old.starts[edit.old.upperBound],
        text: edit.new.isEmpty ? "" : new.text(of: edit.new))
    }
  }

  /// What is only put in or only taken out, told where a person would tell it.
  private static func slid(
    _ edits: [Replacement], from old: ClusterText, to new: ClusterText
  ) -> [Replacement] {
    edits.enumerated().map { place, edit in
      guard edit.old.isEmpty != edit.new.isEmpty else { return edit }
      let start = place > 0 ? edits[place - 1].old.upperBound : 0
      let end = place + 1 < edits.count ? edits[place + 1].old.lowerBound : old.numbers.count
      let (own, range) = edit.old.isEmpty ? (new, edit.new) : (old, edit.old)
      let slide = Slide(
        own.numbers[range], before: old.numbers[start..<edit.old.lowerBound],
        behind: old.numbers[edit.old.upperBound..<end]
      ) { step in
        let ends = [edit.old.lowerBound + step, edit.old.upperBound + step]
        guard !ends.contains(where: old.isInUnit) else { return nil }
        let rank = Slide.Rank(own.starts[range.lowerBound + step], in: own.scalars)
        let isWithin = own.isWithinPhrase(range.lowerBound + step)
        return rank == .anywhere && isWithin ? .withinPhrase : rank
      }
      return Replacement(
        old: edit.old.lowerBound + slide.step..<edit.old.upperBound + slide.step,
        new: edit.new.lowerBound + slide.step..<edit.new.upperBound + slide.step)
    }
  }

  /// What was rewritten in some lines: units, or the lines whole where little of them is kept.
  private static func rewritten(
    _ lines: Replacement, from old: ClusterText, to new: ClusterText
  ) -> [Replacement] {
    guard !lines.old.isEmpty, !lines.new.isEmpty else { return [lines] }
    var joined: [Replacement] = []
    let tokens = (old.words(in: lines.old), new.words(in: lines.new))
    var names = TokenNames<Int>()
    let found = LinesApart(
      old.inLines(tokens.0, &names), new.inLines(tokens.1, &names),
      compare: ShortestEdit.replacements)
    var isOfLines = true
    for edit in found.edits {
      let next = clusters(of: edit.tokens, in: tokens, of: lines)
      defer { isOfLines = edit.isOfLines }
      guard let last = joined.last, !isOfLines, !edit.isOfLines else {
        joined.append(next)
        continue
      }
      let kept = old.scalars(of: last.old.upperBound..<next.old.lowerBound)
      if Rewriting.goesOn(through: kept, from: old.sizes(last, new), to: old.sizes(next, new)) {
        joined[joined.count - 1] = Replacement(
          old: last.old.lowerBound..<next.old.upperBound,
          new: last.new.lowerBound..<next.new.upperBound)
      } else {
        joined.append(next)
      }
    }
    let gone = joined.reduce(0) { $0 + $1.old.count }
    let kept = lines.old.count - gone
    let sizes = (
      lines.old.count - count(of: found.old, in: tokens.0),
      lines.new.count - count(of: found.new, in: tokens.1)
    )
    return joined.count > 1 && kept * 3 < max(sizes.0, sizes.1)
      ? [
        Replacement(
          old: joined[0].old.lowerBound..<joined[joined.count - 1].old.upperBound,
          new: joined[0].new.lowerBound..<joined[joined.count - 1].new.upperBound)
      ] : joined
  }

  /// How many clusters some tokens cover.
  private static func count(of places: Set<Int>, in tokens: [Range<Int>]) -> Int {
    places.reduce(0) { $0 + tokens[$1].count }
  }

  /// The lines that differ.
  ///
  /// - Parameter feed: the number of a line feed.
  private static func lines(
    from old: ClusterText, to new: ClusterText, feed: Int
  ) -> [Replacement] {
    var names = LineNames<Int>()
    return ComparedLines.replacements(
      old.lines(&names, usual: feed), new.lines(&names, usual: feed),
      compare: ShortestEdit.replacements)
  }

  /// A replacement of tokens in clusters.
  private static func clusters(
    of inner: Replacement, in tokens: ([Range<Int>], [Range<Int>]), of whole: Replacement
  ) -> Replacement {
    Replacement(
      old: clusters(of: inner.old, in: tokens.0, of: whole.old),
      new: clusters(of: inner.new, in: tokens.1, of: whole.new))
  }

  /// The clusters that a range of tokens covers.
  private static func clusters(
    of range: Range<Int>, in tokens: [Range<Int>], of whole: Range<Int>
  ) -> Range<Int> {
    let start =
      range.lowerBound < tokens.count ? tokens[range.lowerBound].lowerBound : whole.upperBound
    return start..<(range.isEmpty ? start : tokens[range.upperBound - 1].upperBound)
  }
}

/// A replacement in scalars of the old text.
struct ScalarEdit: Hashable, Sendable {
  var old: Range<Int>
  var text: String
}
