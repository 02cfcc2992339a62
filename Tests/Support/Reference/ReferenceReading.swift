/// What a side makes of one place of the base's words, in pieces.
struct ReferenceReadEdit: Hashable {
  /// The pieces of the base's words that it takes out.
  var place: Range<Int>
  /// What it puts in.
  var text: [Unicode.Scalar]
}

/// What a side makes of the base's words, read from the two alone.
struct ReferenceReading {
  /// Pieces that are replaced by others.
  private typealias Change = (old: Range<Int>, new: Range<Int>)

  private let table: ReferenceUnits
  private let base: ReferencePieces
  private let side: ReferencePieces
  private let old: [ArraySlice<Unicode.Scalar>]
  private let new: [ArraySlice<Unicode.Scalar>]

  init(
    of side: [Unicode.Scalar], against base: [Unicode.Scalar],
    followedBy following: [Unicode.Scalar], table: ReferenceUnits
  ) {
    self.table = table
    self.base = ReferencePieces(base, followedBy: following, table: table)
    self.side = ReferencePieces(side, followedBy: following, table: table)
    old = self.base.ranges.map { base[$0] }
    new = self.side.ranges.map { side[$0] }
  }

  /// What takes something out and puts something in, before the second rule, but for lines.
  var exchanges: [ReferenceReadEdit] {
    different.filter { !$0.isOfLines && !$0.change.old.isEmpty && !$0.change.new.isEmpty }
      .map { edit($0.change) }
  }

  /// The edits, in order; those that other sides made alike are not joined to any.
  func edits(apart alike: Set<ReferenceReadEdit> = []) -> [ReferenceReadEdit] {
    let all = different
    let whole = joined(all.map { ($0.change, $0.isOfLines) })
    return moved(whole.flatMap { parted($0, of: all, apart: alike) }).map(edit)
  }

  /// What an edit was made of, joined anew without what is alike, if that is half of it.
  private func parted(
    _ whole: Change, of all: [(change: Change, isOfLines: Bool)],
    apart alike: Set<ReferenceReadEdit>
  ) -> [Change] {
    let parts = all.filter {
      whole.old.lowerBound <= $0.change.old.lowerBound
        && $0.change.old.upperBound <= whole.old.upperBound
        && whole.new.lowerBound <= $0.change.new.lowerBound
        && $0.change.new.upperBound <= whole.new.upperBound
    }
    let isAlike = { (part: (change: Change, isOfLines: Bool)) in
      !part.isOfLines && !part.change.old.isEmpty && !part.change.new.isEmpty
        && alike.contains(edit(part.change))
    }
    let units = { (parts: [(change: Change, isOfLines: Bool)]) in
      parts.flatMap { Array($0.change.old) }.count { !base.scripts[$0].isEmpty }
    }
    let common = parts.filter(isAlike)
    if parts.count < 2 || common.isEmpty || units(common) * 2 < units(parts) { return [whole] }
    return joined(parts.map { ($0.change, $0.isOfLines || isAlike($0)) })
  }

  private func edit(_ change: Change) -> ReferenceReadEdit {
    ReferenceReadEdit(place: change.old, text: new[change.new].flatMap { Array($0) })
  }

  /// What differs by the first rule.
  private var different: [(change: Change, isOfLines: Bool)] {
    let stretches = ReferenceLines(old).changes(to: ReferenceLines(new))
    return stretches.flatMap { stretch in
      ReferenceLinesApart(
        from: Array(old[stretch.old]), to: Array(new[stretch.new]), table: table
      ).edits.map { inner in
        (
          (
            old: inner.old.lowerBound + stretch.old.lowerBound..<inner.old.upperBound
              + stretch.old.lowerBound,
            new: inner.new.lowerBound + stretch.new.lowerBound..<inner.new.upperBound
              + stretch.new.lowerBound
          ), inner.isOfLines
        )
      }
    }
  }

  /// The first rule: what differs between two lists.
  static func changes<Element: Equatable>(
    from old: [Element], to new: [Element]
  ) -> [(old: Range<Int>, new: Range<Int>)] {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    let (out, put) = (Array(old[start..<old.count - end]), Array(new[start..<new.count - end]))
    if out.isEmpty, put.isEmpty { return [] }
    let whole = (old: start..<start + out.count, new: start..<start + put.count)
    if out.count * put.count > 4_000_000 { return [whole] }
    var length = [[Int]](
      repeating: [Int](repeating: 0, count: put.count + 1), count: out.count + 1)
    for i in out.indices.reversed() {
      for j in put.indices.reversed() {
        length[i][j] =
          out[i] == put[j] ? length[i + 1][j + 1] + 1 : max(length[i + 1][j], length[i][j + 1])
      }
    }
    var found: [(old: Range<Int>, new: Range<Int>)] = []
    var (i, j, from) = (0, 0, (0, 0))
    let close = {
      if (i, j) != from { found.append((start + from.0..<start + i, start + from.1..<start + j)) }
    }
    while i < out.count || j < put.count {
      if i < out.count, j < put.count, out[i] == put[j] {
        close()
        (i, j) = (i + 1, j + 1)
        from = (i, j)
      } else if i < out.count, j == put.count || length[i + 1][j] >= length[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    close()
    return found
  }

  /// The second rule: each that is one with those before it is joined to them, from the begin on.
  private func joined(_ changes: [(change: Change, isApart: Bool)]) -> [Change] {
    var found: [Change] = []
    for (number, (change, isApart)) in changes.enumerated() {
      guard let last = found.last, !isApart, !changes[number - 1].isApart else {
        found.append(change)
        continue
      }
      let kept = old[last.old.upperBound..<change.old.lowerBound].flatMap { Array($0) }
      let lengths = [last, change].map {
        max(old[$0.old].joined().count, new[$0.new].joined().count)
      }
      if !kept.contains(where: { $0 == "\n" || table.endsSentence($0) }),
        !kept.contains(where: table.isOfWords) || lengths.allSatisfy({ kept.count < $0 })
      {
        found[found.count - 1] = (
          last.old.lowerBound..<change.old.upperBound, last.new.lowerBound..<change.new.upperBound
        )
      } else {
        found.append(change)
      }
    }
    return found
  }

  /// The third rule: what only puts in or only takes out is moved.
  private func moved(_ changes: [Change]) -> [Change] {
    var found = changes
    for number in found.indices where found[number].old.isEmpty != found[number].new.isEmpty {
      let change = found[number]
      let isPut = change.old.isEmpty
      let (pieces, range) = isPut ? (new, change.new) : (old, change.old)
      let text = isPut ? side : base
      let low = number > 0 ? found[number - 1].old.upperBound : 0
      let high = number + 1 < found.count ? found[number + 1].old.lowerBound : old.count
      let back = (0..<change.old.lowerBound - low).prefix {
        pieces[range.lowerBound - 1 - $0] == pieces[range.upperBound - 1 - $0]
      }.count
      let forth = (0..<high - change.old.upperBound).prefix {
        pieces[range.lowerBound + $0] == pieces[range.upperBound + $0]
      }.count
      let steps = Array(-back...forth)
      let before = { (step: Int) in Array(pieces[..<(range.lowerBound + step)].joined()) }
      let step =
        steps.last { (before($0).last ?? "\n") == "\n" }
        ?? steps.last {
          table.beginsSentence(behind: before($0)[...])
            && !table.isWhite(pieces[range.lowerBound + $0].first ?? " ")
        }
        ?? steps.last {
          let begin = range.lowerBound + $0
          return !text.isUnspaced(begin - 1) || !text.isUnspaced(begin)
        } ?? forth
      found[number] = (
        change.old.lowerBound + step..<change.old.upperBound + step,
        change.new.lowerBound + step..<change.new.upperBound + step
      )
    }
    return found
  }
}

extension ReferenceUnits {
  /// A text cut into its units and each other scalar.
  func pieces(
    of text: [Unicode.Scalar], followedBy following: [Unicode.Scalar] = []
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for unit in units(of: text + following) where unit.range.lowerBound < text.count {
      let range = unit.range.clamped(to: text.indices)
      found += (start..<range.lowerBound).map { $0..<$0 + 1 } + [range]
      start = range.upperBound
    }
    return found + (start..<text.count).map { $0..<$0 + 1 }
  }
}
