internal import AfterwitText

extension TextField {
  /// Takes changes back.
  ///
  /// - Parameters:
  ///   - changes: the indices of the changes that are named; those that are no event here are none of
  ///     this text's.
  ///   - turned: the changes that stood and are void now, or the other way.
  /// - Returns: What the history learns, or `nil` where no named change is an event here.
  mutating func undo(
    _ changes: [Int], _ turned: Set<Int>, at site: MergeSite, on shelf: inout some FieldShelf
  ) throws -> MergedHistory? {
    var (history, parents) = try site.wholeBasis(of: heads, giving: text, on: &shelf)
    let undone = changes.compactMap { history.position(of: $0) }.sorted()
    guard !undone.isEmpty else {
      shelf.keep(history, of: site.key)
      return nil
    }
    _ = try history.append(
      TextEvent(order: site.stamp.order, parents: parents, operations: [], undone: undone),
      index: site.stamp.index)
    var conflicts = conflicts
    // What an answer had settled is open again without it, and the other way.
    if turned.contains(where: { history.isAnswer($0) }) { conflicts = history.unsettled() }
    replace(
      text: history.text.text, conflicts: conflicts,
      heads: heads.filter { !parents.contains($0.position) }
        + [Head(position: eventCount, index: site.stamp.index)])
    return MergedHistory(parents: parents, history: history, twins: [])
  }
}
