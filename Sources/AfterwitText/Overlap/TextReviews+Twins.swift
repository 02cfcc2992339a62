internal import AfterwitCausality

// Twins are the same words twice. One copy is taken out before anybody is shown both, except where a
// conflict has to be decided first; there the words are woven, and stand once.

extension TextReviews {
  /// What leaves one copy of each pair of twins of which both stand whole.
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

  /// What the later of two twins in the sequence inserted, where the version that is looked at shows
  /// both whole.
  private func laterCopies(in twins: Pair) -> [ScalarNumber] {
    guard let left = shownItems(of: twins.left), let right = shownItems(of: twins.right) else {
      return []
    }
    return zone.tracker.spans.isBefore(left[0], right[0]) ? right : left
  }

  /// The items that a hunk inserted, where the version that is looked at shows them all.
  private func shownItems(of hunk: HunkID) -> [ScalarNumber]? {
    guard let end = end(hunk) else { return nil }
    let items = Array(zone.hunks(of: end.event)[end.number].inserted.joined())
    return !items.isEmpty && items.allSatisfy { zone.isShown($0) } ? items : nil
  }
}
