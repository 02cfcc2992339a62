/// Where a hunk lies in the version that is looked at.
struct PlacedHunk: Hashable, Sendable {
  /// From the scalars before its first item to those up to its last, ends included.
  var place: ClosedRange<Int>
  /// The scalars before its inserted items.
  var gaps: [Int]
  /// From the start of the first token it touches to the end of the last, or `nil` without any.
  var touched: Range<Int>?
  /// The same with the neighbours of these tokens.
  var reach: Range<Int>?

  /// Whether two hunks overlap.
  func overlaps(_ other: PlacedHunk) -> Bool {
    if max(place.lowerBound, other.place.lowerBound) < min(place.upperBound, other.place.upperBound)
      || isInside(other) || other.isInside(self) || gaps.contains(where: other.gaps.contains)
    {
      return true
    }
    guard let reach, let touched = other.touched else { return false }
    return reach.overlaps(touched)
  }

  /// Whether it is empty and lies inside another, at none of its ends.
  private func isInside(_ other: PlacedHunk) -> Bool {
    place.isSingle && other.place.lowerBound < place.lowerBound
      && place.upperBound < other.place.upperBound
  }
}

extension ClosedRange<Int> {
  fileprivate var isSingle: Bool { lowerBound == upperBound }
}

/// The hunks of one change, placed in one version.
struct Placed {
  private let hunks: [ZoneHunk]
  private let places: [PlacedHunk]

  init(_ hunks: [ZoneHunk], _ places: [PlacedHunk]) {
    self.hunks = hunks
    self.places = places
  }

  /// The numbers of the hunks that are twins.
  func twins(in other: Placed) -> [(Int, Int)] {
    pairs(with: other) { isTwin($0, $1, of: other) }
  }

  /// The numbers of the hunks that are a conflict.
  func conflicts(with other: Placed) -> [(Int, Int)] {
    let overlapping = pairs(with: other) { own, theirs in
      let (hunk, otherHunk) = (hunks[own], other.hunks[theirs])
      let isOverlap =
        places[own].overlaps(other.places[theirs]) || hunk.sharesItem(with: otherHunk)
        || hunk.joinsLine(of: otherHunk)
      return isOverlap && !(hunk.isParagraph && otherHunk.isParagraph)
        && !Self.isNested(hunk, otherHunk)
    }
    guard !overlapping.isEmpty else { return [] }
    let agreeing = pairs(with: other) { agrees($0, $1, of: other) }
    let own = Set(agreeing.map(\.0))
    let theirs = Set(agreeing.map(\.1))
    return overlapping.filter { !own.contains($0.0) && !theirs.contains($0.1) }
  }

  private func pairs(with other: Placed, where condition: (Int, Int) -> Bool) -> [(Int, Int)] {
    hunks.indices.flatMap { own in
      other.hunks.indices.filter { condition(own, $0) }.map { (own, $0) }
    }
  }

  private func isTwin(_ own: Int, _ theirs: Int, of other: Placed) -> Bool {
    let (hunk, otherHunk) = (hunks[own], other.hunks[theirs])
    return !hunk.isDeletion && hunk.isAlike(otherHunk) && !hunk.isParagraph
      && !otherHunk.isParagraph
      && (!hunk.deleted.isEmpty || places[own].gaps == other.places[theirs].gaps)
  }

  private func agrees(_ own: Int, _ theirs: Int, of other: Placed) -> Bool {
    let (hunk, otherHunk) = (hunks[own], other.hunks[theirs])
    if hunk.isDeletion, otherHunk.isDeletion {
      return hunk.deleted == otherHunk.deleted
        && (!hunk.deleted.isEmpty || hunk.sharesItem(with: otherHunk))
    }
    return isTwin(own, theirs, of: other)
  }

  /// Whether one of two deletions takes out nothing that the other one leaves.
  private static func isNested(_ hunk: ZoneHunk, _ other: ZoneHunk) -> Bool {
    hunk.isDeletion && other.isDeletion && !hunk.isAnswer && !other.isAnswer
      && (hunk.deletesOnlyWhat(other) || other.deletesOnlyWhat(hunk))
  }
}
