internal import AfterwitEncoding

// A causal graph answers who knew what. Its nodes are changes, named by dense indices in an order
// where parents come first; its edges lead from a change to the changes it was made on. Most
// changes follow the one before, so the graph is stored as linear runs: within a run, each change
// after the first has exactly the previous index as its parent. A history of one device is a single
// run.
//
// Invariants: each run ends where the next begins, the last with the count; every parent is smaller
// than its child; parents are minimal (none is an ancestor of another) and ascending; the frontier
// is the ascending list of changes that are nobody's parent, and the last change is always in it.
//
// A version is the ascending list of its heads and stands for them and all their ancestors; the
// empty version is the start of time.
//
// Cost: appending is constant time for a linear history, and otherwise proportional to the
// frontier; a query costs the runs it walks through, times their logarithm (see AncestorWalk).

/// Who did what after what: changes and their parents, stored as linear runs.
///
/// ```swift
/// var graph = CausalGraph()
/// let first = graph.append(parents: [])
/// let onDesk = graph.append(parents: [first])
/// let onLaptop = graph.append(parents: [first])
/// #expect(graph.frontier == [onDesk, onLaptop])
/// #expect(graph.commonAncestors([onDesk], [onLaptop]) == [first])
///
/// let merge = graph.append(parents: graph.frontier)
/// #expect(graph.isAncestor(onDesk, orEqualToAnyOf: [merge]))
/// #expect(!graph.isAncestor(onDesk, orEqualToAnyOf: [onLaptop]))
/// ```
public struct CausalGraph: Sendable {
  /// A row of changes in which each one after the first has the previous one as its only parent.
  struct Run: Hashable, Sendable {
    var start: Int
    /// Where the parents of its first change begin in ``runParents``; the next run's begin at their
    /// end.
    var parentsStart: Int
  }

  /// A row of changes in which each one after the first was made on the one before.
  public struct Stretch: Hashable, Sendable {
    /// The changes.
    public var changes: Range<Int>
    /// What the first was made on.
    public var parents: ArraySlice<Int>
    /// The least change that any later stretch of the list was made on; -1 if that is the start of
    /// time, and the greatest number if there is no later stretch.
    public var floor = Int.max
  }

  private(set) var runs: [Run] = []
  /// The parents of the first change of each run, those of one run after those of another.
  private(set) var runParents: [Int] = []
  /// The heads except the last change, ascending.
  public private(set) var earlierHeads: [Int] = []

  @usableFromInline
  var changeCount = 0

  /// A graph without changes.
  public init() {}

  /// The number of changes; the next one gets this index.
  public var count: Int { changeCount }

  /// The changes that no other change descends from, ascending.
  public var frontier: [Int] { count > 0 ? earlierHeads + [count - 1] : [] }

  /// Adds a change.
  ///
  /// - Parameter parents: the version the change was made on: known indices, minimal, ascending.
  /// - Returns: The index of the change.
  @discardableResult
  public mutating func append(parents: [Int]) -> Int {
    let index = count
    var last = -1
    for parent in parents {
      precondition(last < parent, "parents must ascend")
      last = parent
    }
    precondition(last < index, "parents must come first")
    if parents.count != 1 || last != index - 1 {
      runs.append(Run(start: index, parentsStart: runParents.count))
      // One by one: there are one or two, and appending a collection costs more than that.
      for parent in parents { runParents.append(parent) }
    }
    if index > 0, last != index - 1 { earlierHeads.append(index - 1) }
    earlierHeads.drop(parents[...])
    changeCount += 1
    return index
  }

  /// Adds a change that was made on everything so far.
  ///
  /// - Returns: The index of the change.
  @inlinable
  @discardableResult
  public mutating func appendNext() -> Int {
    guard earlierHeads.isEmpty, changeCount > 0 else { return append(parents: frontier) }
    changeCount += 1
    return changeCount - 1
  }

  /// Adds a row of changes: the first is made on everything so far, each other on the one before
  /// it.
  @inlinable
  public mutating func appendNext(count length: Int) {
    guard length > 0 else { return }
    appendNext()
    changeCount += length - 1
  }

  /// Adds a row of changes: the first is made on the given ones, each other on the one before it.
  public mutating func append(parents: [Int], count length: Int) {
    precondition(length > 0, "adds nothing")
    append(parents: parents)
    changeCount += length - 1
  }

  /// A range of changes, divided into stretches in order.
  /// - Complexity: O(*stretches*), and O(log *runs*) for the first.
  public func stretches(of changes: Range<Int>) -> [Stretch] {
    var found: [Stretch] = []
    guard !changes.isEmpty else { return found }
    var start = changes.lowerBound
    var place = runIndex(of: start)
    found.reserveCapacity(Swift.min(changes.count, runs.count - place))
    while start < changes.upperBound {
      let end = Swift.min(end(ofRun: place), changes.upperBound)
      let parents = start == runs[place].start ? parents(ofRun: place) : [start - 1]
      found.append(Stretch(changes: start..<end, parents: parents))
      start = end
      place += 1
    }
    var floor = Int.max
    for place in found.indices.reversed() {
      found[place].floor = floor
      floor = Swift.min(floor, found[place].parents.first ?? -1)
    }
    return found
  }

  /// The version that a change was made on: minimal and ascending.
  public func parents(of index: Int) -> [Int] {
    let place = runIndex(of: index)
    return index == runs[place].start ? Array(parents(ofRun: place)) : [index - 1]
  }

  /// What the first change of a run was made on.
  func parents(ofRun place: Int) -> ArraySlice<Int> {
    let end = place + 1 < runs.count ? runs[place + 1].parentsStart : runParents.count
    return runParents[runs[place].parentsStart..<end]
  }

  /// The end of a run.
  func end(ofRun place: Int) -> Int {
    place + 1 < runs.count ? runs[place + 1].start : count
  }

  /// The position in `runs` of the run that holds a change.
  /// - Complexity: O(log *runs*).
  func runIndex(of index: Int) -> Int {
    precondition(0 <= index && index < count, "no such change")
    return runs.lastIndex(notBeyond: index, by: \.start)
  }
}
