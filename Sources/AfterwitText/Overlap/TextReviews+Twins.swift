internal import AfterwitCausality

// Twins are the same words twice, or paragraphs of which some are the same. One copy is taken out
// before anybody is shown both, except where a conflict has to be decided first; there the words are
// woven, and stand once.

extension TextReviews {
  /// What leaves one copy of what each pair of twins has in common, where both copies stand whole.
  ///
  /// - Returns: Deletions in the text that the changes give, one after another.
  public mutating func removal(ofTwins twins: [Pair]) -> [TextOperation] {
    zone.look(at: history.graph.frontier, in: history.graph)
    let copies = Set(twins.flatMap { laterCopies(in: $0) })
    // From the end, so that each position still counts in the text.
    var operations: [TextOperation] = []
    for position in copies.map({ zone.shownCount(before: $0) }).sorted(by: >) {
      if case .delete(let last, let count)? = operations.last, last == position + 1 {
        operations[operations.count - 1] = .delete(position: position, count: count + 1)
      } else {
        operations.append(.delete(position: position, count: 1))
      }
    }
    return operations
  }

  /// What the later of two twins in the sequence inserted like the earlier one, where the version
  /// that is looked at shows both whole.
  private func laterCopies(in twins: Pair) -> [ScalarNumber] {
    guard let left = inserted(by: twins.left), let right = inserted(by: twins.right) else {
      return []
    }
    let isRightLater = zone.tracker.spans.isBefore(left.items[0], right.items[0])
    let (earlier, later) = isRightLater ? (left, right) : (right, left)
    return earlier.common(with: later).flatMap { one, other -> ArraySlice<ScalarNumber> in
      let items = earlier.items[one] + later.items[other]
      return items.allSatisfy { zone.isShown($0) } ? later.items[other] : []
    }
  }

  private func inserted(by hunk: HunkID) -> InsertedBlocks? {
    guard let end = end(hunk) else { return nil }
    let hunk = zone.hunks(of: end.event)[end.number]
    return hunk.isDeletion ? nil : InsertedBlocks(hunk)
  }
}

/// What a hunk inserted, in the pieces of which another hunk may have the like: paragraphs each with
/// the line feeds that part it from the others; anything else is one piece.
struct InsertedBlocks {
  /// The items.
  let items: [ScalarNumber]
  /// The blocks, as ranges of the items.
  private(set) var blocks: [Range<Int>] = []
  private let scalars: [Unicode.Scalar]

  init(_ hunk: ZoneHunk) {
    items = Array(hunk.inserted.joined())
    scalars = Array(hunk.text.unicodeScalars)
    guard hunk.isParagraph else {
      blocks = [scalars.indices]
      return
    }
    // The line feeds lead a block where they lead the whole, else they end it.
    let leads = scalars.first == "\n"
    var start = 0
    for place in scalars.indices.dropFirst() {
      let (before, here) = (scalars[place - 1] == "\n", scalars[place] == "\n")
      if leads ? here && !before : before && !here {
        blocks.append(start..<place)
        start = place
      }
    }
    blocks.append(start..<scalars.count)
  }

  /// The text of each block that is more than white space.
  var words: Set<ArraySlice<Unicode.Scalar>> {
    Set(blocks.map { scalars[$0] }.filter { $0.contains { !$0.isWhite } })
  }

  /// Blocks of both that are the same, in the order of both.
  func common(with other: InsertedBlocks) -> [(Range<Int>, Range<Int>)] {
    var names = TokenNames<Unicode.Scalar>()
    let own = blocks.map { names.number(of: scalars[$0]) }
    let theirs = other.blocks.map { names.number(of: other.scalars[$0]) }
    var common: [(Range<Int>, Range<Int>)] = []
    var (place, otherPlace) = (0, 0)
    for replacement in ShortestEdit.replacements(from: own, to: theirs)
      + [Replacement(old: own.count..<own.count, new: theirs.count..<theirs.count)]
    {
      for next in place..<replacement.old.lowerBound {
        let range = blocks[next]
        if scalars[range].contains(where: { !$0.isWhite }) {
          common.append((range, other.blocks[otherPlace + next - place]))
        }
      }
      (place, otherPlace) = (replacement.old.upperBound, replacement.new.upperBound)
    }
    return common
  }
}
