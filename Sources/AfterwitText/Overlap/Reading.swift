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

  private let base: Pieces
  private let text: Pieces
  /// What is not kept, ascending and apart.
  private let found: [LinesApart.Edit]

  init(of text: Pieces, from base: Pieces) {
    var lineNames = LineNames<ArraySlice<Unicode.Scalar>>()
    let lines = ComparedLines.replacements(base.lines(&lineNames), text.lines(&lineNames)) {
      KeptElements($0, $1).replacements
    }
    (self.base, self.text) = (base, text)
    found = lines.flatMap { block -> [LinesApart.Edit] in
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
  }

  /// What is taken out with something put in its place, before any of it is joined.
  var exchanges: [Edit] {
    found.filter { !$0.isOfLines && !$0.tokens.old.isEmpty && !$0.tokens.new.isEmpty }
      .map { edit($0.tokens) }
  }

  /// The replacements, ascending and apart.
  ///
  /// - Parameter alike: exchanges that others made too; each of them is told by itself.
  func edits(apart alike: Set<Edit> = []) -> [Edit] {
    slid(joined(apart: alike)).map { edit($0) }
  }

  private func edit(_ replacement: Replacement) -> Edit {
    Edit(pieces: replacement.old, text: text.scalars(of: replacement.new))
  }

  /// Replacements that are one rewriting, as one; but those that are so for the greater part in what
  /// others made too are told without it.
  private func joined(apart alike: Set<Edit>) -> [Replacement] {
    gathered(found, apart: []).flatMap { group -> [Replacement] in
      let common = alike.isEmpty || group.count == 1 ? [] : group.filter { isIn(alike, $0) }
      let (units, all) = (wordCount(common), wordCount(group))
      let parts = common.isEmpty || units * 2 < all ? [group] : gathered(group, apart: alike)
      return parts.map(Self.whole)
    }
  }

  /// Replacements in groups that are one rewriting each.
  private func gathered(_ edits: [LinesApart.Edit], apart: Set<Edit>) -> [[LinesApart.Edit]] {
    var groups: [[LinesApart.Edit]] = []
    var isApart = true
    for next in edits {
      let isNextApart = next.isOfLines || isIn(apart, next)
      defer { isApart = isNextApart }
      if let last = groups.last.map(Self.whole), !isApart, !isNextApart,
        Rewriting.goesOn(
          through: base.scalars(of: last.old.upperBound..<next.tokens.old.lowerBound),
          from: size(last), to: size(next.tokens))
      {
        groups[groups.count - 1].append(next)
      } else {
        groups.append([next])
      }
    }
    return groups
  }

  private func isIn(_ edits: Set<Edit>, _ other: LinesApart.Edit) -> Bool {
    !edits.isEmpty && !other.isOfLines && edits.contains(edit(other.tokens))
  }

  private func size(_ replacement: Replacement) -> Int {
    max(base.positions(of: replacement.old).count, text.positions(of: replacement.new).count)
  }

  private func wordCount(_ edits: [LinesApart.Edit]) -> Int {
    edits.reduce(0) { $0 + base.wordCount($1.tokens.old) }
  }

  private static func whole(_ group: [LinesApart.Edit]) -> Replacement {
    let (first, last) = (group[0].tokens, group[group.count - 1].tokens)
    return Replacement(
      old: first.old.lowerBound..<last.old.upperBound,
      new: first.new.lowerBound..<last.new.upperBound)
  }

  /// What is only put in or only taken out, told where a person would tell it.
  private func slid(_ edits: [Replacement]) -> [Replacement] {
    edits.enumerated().map { place, edit in
      guard edit.old.isEmpty != edit.new.isEmpty else { return edit }
      let (own, range) = edit.old.isEmpty ? (text, edit.new) : (base, edit.old)
      let start = place > 0 ? edits[place - 1].old.upperBound : 0
      let end = place + 1 < edits.count ? edits[place + 1].old.lowerBound : base.count
      let slide = Slide(
        range.map { own[$0] }[...],
        before: (start..<edit.old.lowerBound).map { base[$0] }[...],
        behind: (edit.old.upperBound..<end).map { base[$0] }[...]
      ) { Slide.Rank(range.lowerBound + $0, in: own) }
      return Replacement(
        old: edit.old.lowerBound + slide.step..<edit.old.upperBound + slide.step,
        new: edit.new.lowerBound + slide.step..<edit.new.upperBound + slide.step)
    }
  }
}
