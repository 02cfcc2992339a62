// What a side makes of the words of a region is read from the two texts, and not from the changes
// that led there: what was written and taken back weighs nothing, and it does not matter in how many
// steps something was written. The longest common subsequence is one, and which one is fixed,
// because every device must read the same (Protocol/4-documents, "Reading").

/// What one text makes of another, as replacements of its pieces.
struct Reading: Sendable {
  /// A replacement: a range of the pieces of the base, and the scalars in their place.
  struct Edit: Hashable, Sendable {
    var pieces: Range<Int>
    var text: [Unicode.Scalar]
  }

  /// The replacements, ascending and apart.
  let edits: [Edit]

  init(of text: Pieces, from base: Pieces) {
    var lineNames = LineNames<ArraySlice<Unicode.Scalar>>()
    let lines = ComparedLines.replacements(base.lines(&lineNames), text.lines(&lineNames)) {
      KeptElements($0, $1).replacements
    }
    let replacements = lines.flatMap { block -> [LinesApart.Edit] in
      let (old, new) = (block.old, block.new)
      var names: [ArraySlice<Unicode.Scalar>: Int] = [:]
      return LinesApart(base.inLines(old, &names), text.inLines(new, &names)) {
        KeptElements($0, $1).replacements
      }.edits.map { edit in
        let (out, put) = (edit.tokens.old, edit.tokens.new)
        return LinesApart.Edit(
          tokens: Replacement(
            old: old.lowerBound + out.lowerBound..<old.lowerBound + out.upperBound,
            new: new.lowerBound + put.lowerBound..<new.lowerBound + put.upperBound),
          isOfLines: edit.isOfLines)
      }
    }
    let joined = Self.joined(replacements, base, text)
    edits = Self.slid(joined, base, text).map { edit in
      Edit(pieces: edit.old, text: text.scalars(of: edit.new))
    }
  }

  /// Replacements that are one rewriting, as one.
  private static func joined(
    _ edits: [LinesApart.Edit], _ base: Pieces, _ text: Pieces
  ) -> [Replacement] {
    func size(_ replacement: Replacement) -> Int {
      max(base.positions(of: replacement.old).count, text.positions(of: replacement.new).count)
    }
    var joined: [Replacement] = []
    var isOfLines = true
    for edit in edits {
      let next = edit.tokens
      defer { isOfLines = edit.isOfLines }
      if let last = joined.last, !isOfLines, !edit.isOfLines,
        Rewriting.goesOn(
          through: base.scalars(of: last.old.upperBound..<next.old.lowerBound), from: size(last),
          to: size(next))
      {
        joined[joined.count - 1] = Replacement(
          old: last.old.lowerBound..<next.old.upperBound,
          new: last.new.lowerBound..<next.new.upperBound)
      } else {
        joined.append(next)
      }
    }
    return joined
  }

  /// What is only put in or only taken out, told where a person would tell it.
  private static func slid(
    _ edits: [Replacement], _ base: Pieces, _ text: Pieces
  ) -> [Replacement] {
    edits.enumerated().map { place, edit in
      guard edit.old.isEmpty != edit.new.isEmpty else { return edit }
      let start = place > 0 ? edits[place - 1].old.upperBound : 0
      let end = place + 1 < edits.count ? edits[place + 1].old.lowerBound : base.count
      let slide = Slide(
        (edit.old.isEmpty ? edit.new.map { text[$0] } : edit.old.map { base[$0] })[...],
        before: (start..<edit.old.lowerBound).map { base[$0] }[...],
        behind: (edit.old.upperBound..<end).map { base[$0] }[...]
      ) { Slide.Rank(base.starts[edit.old.lowerBound + $0], in: base.scalars) }
      return Replacement(
        old: edit.old.lowerBound + slide.step..<edit.old.upperBound + slide.step,
        new: edit.new.lowerBound + slide.step..<edit.new.upperBound + slide.step)
    }
  }
}
