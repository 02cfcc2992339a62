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
    var (conflicts, twins) = (conflicts, [TextConflict]())
    // Of what is void, who wrote into it may keep some now, or no longer.
    let void = history.void
    let returned = turned.filter { history.stands($0) }.union(void)
    let isDecided = turned.union(void).contains { history.isAnswer($0) }
    // What an answer had settled is open again without it, and the other way; and what is there again,
    // or in no conflict any more, may stand twice.
    if isDecided || !returned.isEmpty || !conflicts.isEmpty {
      let met = history.meetings()
      if isDecided { conflicts = TextConflicts(met.conflicts) }
      twins = met.twins
    }
    replace(
      text: history.text.text, conflicts: conflicts,
      heads: heads.filter { !parents.contains($0.position) }
        + [Head(position: eventCount, index: site.stamp.index)])
    return MergedHistory(parents: parents, history: history, twins: twins)
  }

  /// Takes changes back, or brings them back, where it is known what the text shows then, and nothing
  /// met any of it.
  ///
  /// - Returns: What the history learns.
  mutating func undo(giving shown: String, at site: MergeSite) -> MergedHistory {
    let parents = heads.map(\.position)
    replace(
      text: shown, conflicts: TextConflicts(),
      heads: [Head(position: eventCount, index: site.stamp.index)])
    return MergedHistory(parents: parents, history: nil, twins: [])
  }

  /// Finds anew what the answers settle, where some are taken back: who wrote into one, not knowing
  /// that, brings it back.
  ///
  /// - Returns: The twins that what is back again may have.
  mutating func meetAgain(in history: FieldHistory) -> [TextConflict] {
    let void = Set(history.void)
    guard !void.isEmpty else { return [] }
    let met = history.meetings()
    if void.contains(where: { history.isAnswer($0) }) { conflicts = TextConflicts(met.conflicts) }
    return met.twins.filter { void.contains($0.left.index) || void.contains($0.right.index) }
  }
}
