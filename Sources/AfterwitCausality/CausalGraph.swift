// A causal graph answers who knew what. Its nodes are changes, named by dense indices in an order
// where parents come first; its edges lead from a change to the changes it was made on. Most
// changes follow the one before, so the graph is stored as linear runs: within a run, each change
// after the first has exactly the previous index as its parent. A history of one device is a single
// run.
//
// Invariants: the runs cover 0..<count in ascending order without gaps; every parent is smaller
// than its child; parents are minimal (none is an ancestor of another) and ascending; the frontier
// is the ascending list of changes that are nobody's parent.
//
// A version is the ascending list of its heads and stands for them and all their ancestors; the
// empty version is the start of time.
//
// Cost: appending is constant time for a linear history, and otherwise proportional to the
// frontier; a query costs the runs it walks through, times their logarithm (see AncestorWalk).

/// Who did what after what: changes and their parents, stored as linear runs.
public struct CausalGraph: Sendable {
  /// Changes of which each but the first has the previous one as its only parent.
  struct Run: Hashable, Sendable {
    var start: Int
    var end: Int
    var parents: [Int]
  }

  private(set) var runs: [Run] = []

  /// The changes that no other change descends from, ascending.
  public private(set) var frontier: [Int] = []

  /// A graph without changes.
  public init() {}

  /// The number of changes; the next one gets this index.
  public var count: Int { runs.last?.end ?? 0 }

  /// Adds a change.
  ///
  /// - Parameter parents: the version the change was made on: known indices, minimal, ascending.
  /// - Returns: The index of the change.
  @discardableResult
  public mutating func append(parents: [Int]) -> Int {
    let index = count
    precondition(
      zip(parents, parents.dropFirst()).allSatisfy { $0 < $1 }, "parents must ascend")
    precondition(parents.allSatisfy { 0 <= $0 && $0 < index }, "parents must come first")
    if let last = runs.indices.last, parents.count == 1, parents[0] == index - 1 {
      runs[last].end = index + 1
    } else {
      runs.append(Run(start: index, end: index + 1, parents: parents))
    }
    advanceFrontier(to: index, parents: parents)
    return index
  }

  private mutating func advanceFrontier(to index: Int, parents: [Int]) {
    if frontier == parents {
      frontier = [index]
    } else {
      frontier.removeAll(where: parents.contains)
      frontier.append(index)
    }
  }

  /// The version that a change was made on: minimal and ascending.
  public func parents(of index: Int) -> [Int] {
    let run = runs[runIndex(of: index)]
    return index == run.start ? run.parents : [index - 1]
  }

  /// The position in `runs` of the run that holds a change.
  /// - Complexity: O(log *runs*).
  func runIndex(of index: Int) -> Int {
    precondition(0 <= index && index < count, "no such change")
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].start <= index { low = middle } else { high = middle }
    }
    return low
  }
}
