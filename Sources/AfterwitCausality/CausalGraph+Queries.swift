internal import AfterwitEncoding

extension CausalGraph {
  /// Whether all changes from one to another were made one after another, each on the one before.
  /// - Complexity: O(log *runs*).
  public func isRow(from first: Int, to last: Int) -> Bool {
    first <= last && last < end(ofRun: runIndex(of: first))
  }

  /// Whether a change is one of a version's heads or an ancestor of one.
  public func isAncestor(_ index: Int, orEqualToAnyOf version: [Int]) -> Bool {
    if version.contains(index) { return true }
    var walk = AncestorWalk(in: self)
    walk.visit(version[...], marked: .left)
    while let (top, marks) = walk.next(), top >= index {
      if walk.descend(from: top, marked: marks, in: self).contains(index) { return true }
    }
    return false
  }

  /// Drops the changes that are ancestors of others; the rest ascend, each once.
  public func maximal(_ indices: [Int]) -> [Int] {
    guard indices.count > 1 else { return indices }
    return maximal(among: indices.sorted(), atOrBefore: indices)
  }

  /// Of the candidates that a version contains, the maximal ones, ascending.
  ///
  /// - Parameter candidates: changes in ascending order.
  /// - Complexity: the number of runs between the version and the candidates that are found, times
  ///   a logarithm; the other candidates cost nothing.
  public func maximal(among candidates: [Int], atOrBefore version: [Int]) -> [Int] {
    var walk = AncestorWalk(in: self)
    walk.visit(version[...], marked: .left)
    var found: [Int] = []
    while walk.awaits(where: { !$0.contains(.covered) }), let (top, marks) = walk.next() {
      if !marks.contains(.covered), let candidate = Self.last(of: candidates, notAfter: top),
        candidate >= walk.stretchStart(from: top, in: self)
      {
        found.append(candidate)
        _ = walk.descend(from: candidate, marked: .covered, in: self)
      } else {
        _ = walk.descend(from: top, marked: marks, in: self)
      }
    }
    return found.reversed()
  }

  private static func last(of ascending: [Int], notAfter bound: Int) -> Int? {
    let behind = ascending.partitioningIndex { $0 > bound }
    return behind > 0 ? ascending[behind - 1] : nil
  }

  /// The changes that one of two versions has and the other lacks, for each as ascending ranges.
  public func difference(
    _ a: [Int], _ b: [Int]
  ) -> (onlyA: [Range<Int>], onlyB: [Range<Int>]) {
    var onlyA: [Range<Int>] = []
    var onlyB: [Range<Int>] = []
    forEachDifference(a[...], b[...]) { changes, isOnlyA in
      if isOnlyA {
        Self.prepend(changes, to: &onlyA)
      } else {
        Self.prepend(changes, to: &onlyB)
      }
    }
    onlyA.reverse()
    onlyB.reverse()
    return (onlyA, onlyB)
  }

  /// Calls a closure with each range of changes that only one of two versions has, the last range
  /// first, and with whether it is the first version that has them.
  public func forEachDifference(
    _ a: ArraySlice<Int>, _ b: ArraySlice<Int>,
    _ body: (_ changes: Range<Int>, _ isOnlyA: Bool) -> Void
  ) {
    guard a != b else { return }
    var walk = AncestorWalk(in: self)
    walk.visit(a, marked: .left)
    walk.visit(b, marked: .right)
    while walk.awaitsOther(than: [.left, .right]), let (top, marks) = walk.next() {
      let stretch = Range(walk.descend(from: top, marked: marks, in: self))
      if marks != [.left, .right] { body(stretch, marks == .left) }
    }
  }

  /// Adds a range to a list in descending order; it lies before all ranges of the list.
  private static func prepend(_ range: Range<Int>, to descending: inout [Range<Int>]) {
    if let last = descending.last, last.lowerBound == range.upperBound {
      descending[descending.count - 1] = range.lowerBound..<last.upperBound
    } else {
      descending.append(range)
    }
  }

  /// The heads of what two versions have in common, ascending.
  public func commonAncestors(_ a: [Int], _ b: [Int]) -> [Int] {
    guard a != b else { return a }
    var found: [Int] = []
    var walk = AncestorWalk(in: self)
    walk.visit(a[...], marked: .left)
    walk.visit(b[...], marked: .right)
    while walk.awaits(where: { $0.contains(.left) && !$0.contains(.covered) }),
      walk.awaits(where: { $0.contains(.right) && !$0.contains(.covered) }),
      let (top, marks) = walk.next()
    {
      var known = marks
      if known == [.left, .right] {
        found.append(top)
        known.insert(.covered)
      }
      _ = walk.descend(from: top, marked: known, in: self)
    }
    return found.reversed()
  }

  /// The last change that all paths from the given changes to the start of time go through.
  ///
  /// If the given changes are all heads of the graph, that change is a critical version: what came
  /// before it and what came after it can be replayed apart (Gentle and Kleppmann, "Collaborative
  /// Text Editing with Eg-walker", 2025, section 3.5).
  ///
  /// - Parameters:
  ///   - heads: the changes to start from.
  ///   - floor: the least index of interest; the walk ends there.
  /// - Returns: The version of that one change; the empty version if the paths share only the start
  ///   of time; `nil` if the answer lies before `floor`.
  public func criticalVersion(of heads: [Int], notBefore floor: Int = 0) -> [Int]? {
    var walk = AncestorWalk(in: self)
    walk.visit(heads[...], marked: .left)
    while let (top, marks) = walk.next() {
      if top < floor { return nil }
      if walk.isEmpty { return [top] }
      let stretch = walk.descend(from: top, marked: marks, in: self)
      if parents(of: stretch.lowerBound).isEmpty { break }
    }
    return floor == 0 ? [] : nil
  }
}
