internal import AfterwitEncoding

/// The hunks of one change, placed in one version.
struct PlacedChange {
  private let hunks: [ZoneHunk]
  private let places: [PlacedEdit]
  /// The hunks that take out what was put in elsewhere.
  private let moved: Set<Int>

  init(_ hunks: [ZoneHunk], _ places: [PlacedEdit], moved: Set<Int>) {
    self.hunks = hunks
    self.places = places
    self.moved = moved
  }

  /// The numbers of the hunks that are twins.
  func twins(in other: PlacedChange) -> [(Int, Int)] {
    nearby(other).filter { isTwin($0, $1, of: other) }
  }

  /// The numbers of the hunks that are a conflict.
  ///
  /// - Parameter text: the scalars of the version at some positions.
  func conflicts(
    with other: PlacedChange, in text: (Range<Int>) -> [Unicode.Scalar]
  ) -> [(Int, Int)] {
    let nearby = nearby(other)
    let overlapping = nearby.filter { own, theirs in
      let (hunk, otherHunk) = (hunks[own], other.hunks[theirs])
      if isNested(own, theirs, of: other) { return false }
      if places[own].sharesList(with: other.places[theirs]) { return true }
      if hunk.isParagraph, otherHunk.isParagraph {
        return places[own].gapsOfLines == other.places[theirs].gapsOfLines
          && hunk.sharesBlock(with: otherHunk)
      }
      if hunk.isParagraph != otherHunk.isParagraph,
        places[own].endsAt(other.places[theirs]), hunk.sharesBlock(with: otherHunk)
      {
        return true
      }
      return hunk.sharesItem(with: otherHunk) || hunk.joinsLine(of: otherHunk)
        || places[own].sharesGap(with: other.places[theirs])
        || places[own].overlaps(other.places[theirs], in: text)
    }
    guard !overlapping.isEmpty else { return [] }
    let agreeing = nearby.filter { agrees($0, $1, of: other) }
    let own = Set(agreeing.map(\.0))
    let theirs = Set(agreeing.map(\.1))
    return overlapping.filter { !own.contains($0.0) && !theirs.contains($0.1) }
  }

  /// The pairs of hunks whose surroundings have something in common; no others meet or agree.
  ///
  /// - Complexity: O(*hunks* · log *hunks* + *pairs*) where few hunks lie in others' surroundings.
  private func nearby(_ other: PlacedChange) -> [(Int, Int)] {
    let order = other.places.indices.sorted {
      (other.places[$0].surroundings.lowerBound, $0)
        < (other.places[$1].surroundings.lowerBound, $1)
    }
    // How far those up to each one in the order reach.
    var reached: [Int] = []
    for place in order {
      reached.append(max(reached.last ?? 0, other.places[place].surroundings.upperBound))
    }
    return places.indices.flatMap { own -> [(Int, Int)] in
      let surroundings = places[own].surroundings
      let end = order.partitioningIndex {
        other.places[$0].surroundings.lowerBound > surroundings.upperBound
      }
      var found: [(Int, Int)] = []
      for place in (0..<end).reversed() {
        if reached[place] < surroundings.lowerBound { break }
        if other.places[order[place]].surroundings.upperBound >= surroundings.lowerBound {
          found.append((own, order[place]))
        }
      }
      return found.sorted { $0.1 < $1.1 }
    }
  }

  /// Whether both insert the same at the same place.
  private func isTwin(_ own: Int, _ theirs: Int, of other: PlacedChange) -> Bool {
    let (hunk, otherHunk) = (hunks[own], other.hunks[theirs])
    return !hunk.isDeletion && hunk.isAlike(otherHunk)
      && (!hunk.deleted.isEmpty
        || places[own].gapsOfLines == other.places[theirs].gapsOfLines)
  }

  private func agrees(_ own: Int, _ theirs: Int, of other: PlacedChange) -> Bool {
    let (hunk, otherHunk) = (hunks[own], other.hunks[theirs])
    if hunk.isDeletion, otherHunk.isDeletion {
      return hunk.deleted == otherHunk.deleted
        && (!hunk.deleted.isEmpty || hunk.sharesItem(with: otherHunk))
    }
    return isTwin(own, theirs, of: other)
  }

  /// Whether one of two deletions takes out nothing that the other one leaves; where the other one
  /// carries the words elsewhere, it leaves them all.
  private func isNested(_ own: Int, _ theirs: Int, of other: PlacedChange) -> Bool {
    let (hunk, otherHunk) = (hunks[own], other.hunks[theirs])
    return hunk.isDeletion && otherHunk.isDeletion && !hunk.isAnswer && !otherHunk.isAnswer
      && (!other.moved.contains(theirs) && hunk.deletesOnlyWhat(otherHunk)
        || !moved.contains(own) && otherHunk.deletesOnlyWhat(hunk))
  }
}
