internal import AfterwitCausality

// Twins are the same words twice. One copy is taken out before anybody is shown both, except where a
// conflict has to be decided first; and even then another device, which does not know of the
// conflict, may take a copy out meanwhile. So an edit of such words must not rest on the copy that
// may go.

extension TextReviews {
  /// What leaves one copy of each pair of twins of which both stand whole.
  ///
  /// - Returns: Deletions in the text that stands, one after another.
  public mutating func removal(ofTwins twins: [Pair]) -> [TextOperation] {
    zone.look(at: history.graph.frontier, in: history.graph)
    let later = twins.compactMap { standing($0) }.flatMap(\.later)
    // From the end, so that each position still counts in the text that stands.
    var operations: [TextOperation] = []
    for position in Set(later).sorted(by: >) {
      if case .delete(let last, let count)? = operations.last, last == position + 1 {
        operations[operations.count - 1] = .delete(position: position, count: count + 1)
      } else {
        operations.append(.delete(position: position, count: 1))
      }
    }
    return operations
  }

  /// The twins that stand whole where unsettled conflicts are.
  public mutating func standingTwins(amid conflicts: [Pair]) -> [StandingTwins] {
    let authors = authors(amid: conflicts)
    var twins: [ZonePair] = []
    for (place, later) in authors.enumerated() {
      let earlier = authors[..<place].filter { earlier in
        !history.graph.isAncestor(earlier, orEqualToAnyOf: [later]) && mayBeTwins(earlier, later)
      }
      twins +=
        zone.meetings(
          of: later, parents: history.graph.parents(of: later),
          with: earlier.map { $0..<$0 + 1 }, in: history.graph
        ).twins
    }
    zone.look(at: history.graph.frontier, in: history.graph)
    return twins.compactMap { standing(pair($0)) }
  }

  /// The events of which something stands in the region of a part, ascending.
  private mutating func authors(amid conflicts: [Pair]) -> [Int] {
    let regions = linked(conflicts).map { zone.part(of: $0, in: history.graph).region }
    zone.look(at: history.graph.frontier, in: history.graph)
    let places = regions.map { zone.positions(of: $0) }
    return history.events.indices.filter { event in
      zone.hunks(of: event).contains { hunk in
        hunk.inserted.contains { run in
          let position = zone.shownCount(before: run.lowerBound)
          return places.contains { $0.contains(position) }
        }
      }
    }
  }

  private func mayBeTwins(_ one: Int, _ other: Int) -> Bool {
    zone.hunks(of: one).contains { hunk in
      !hunk.isDeletion && zone.hunks(of: other).contains { hunk.isAlike($0) }
    }
  }

  /// Where two hunks stand in the version that is looked at, if it shows both whole.
  private func standing(_ twins: Pair) -> StandingTwins? {
    guard let left = shownItems(of: twins.left), let right = shownItems(of: twins.right) else {
      return nil
    }
    let isRightLater = zone.tracker.spans.isBefore(left[0], right[0])
    let (earlier, later) = isRightLater ? (left, right) : (right, left)
    return StandingTwins(
      earlier: earlier.map { zone.shownCount(before: $0) },
      later: later.map { zone.shownCount(before: $0) })
  }

  /// The items that a hunk inserted, where the version that is looked at shows them all.
  private func shownItems(of hunk: HunkID) -> [ScalarNumber]? {
    guard let end = end(hunk) else { return nil }
    let items = Array(zone.hunks(of: end.event)[end.number].inserted.joined())
    return !items.isEmpty && items.allSatisfy { zone.isShown($0) } ? items : nil
  }
}

/// Two copies of words that two devices wrote alike, both of which stand whole.
public struct StandingTwins: Hashable, Sendable {
  /// The positions of the copy that stays, ascending, in scalars of the text.
  public let earlier: [Int]
  /// Those of the copy that any device may take out.
  public let later: [Int]

  /// Twins of given positions, each at least one.
  public init(earlier: [Int], later: [Int]) {
    precondition(!earlier.isEmpty && !later.isEmpty)
    self.earlier = earlier
    self.later = later
  }
}
