internal import AfterwitEncoding

/// The hunks of one change, placed in one version.
///
/// In what order their surroundings lie is found once, whatever number of changes they are compared
/// with.
struct PlacedChange: Sendable {
  /// The hunks, in the order of their numbers.
  let hunks: [PlacedHunk]
  /// The hunks that take out what was put in elsewhere.
  private let moved: Set<Int>
  /// The numbers of the hunks, in the order in which their surroundings begin.
  private let order: [Int]
  /// How far the surroundings of those up to each one in the order reach.
  private let reached: [Int]

  init(_ hunks: [PlacedHunk], moved: Set<Int>) {
    self.hunks = hunks
    self.moved = moved
    order = hunks.indices.sorted {
      (hunks[$0].surroundings.lowerBound, $0) < (hunks[$1].surroundings.lowerBound, $1)
    }
    var reached: [Int] = []
    for place in order {
      reached.append(max(reached.last ?? 0, hunks[place].surroundings.upperBound))
    }
    self.reached = reached
  }

  /// What the hunks of two changes are to each other, by their numbers.
  struct Meetings {
    /// Those that insert the same at the same place.
    var twins: [(Int, Int)] = []
    /// Those that are a conflict.
    var conflicts: [(Int, Int)] = []
  }

  /// The twins and the conflicts among the hunks of this change and another.
  ///
  /// - Parameter text: the scalars of the version at some positions.
  func meetings(
    with other: PlacedChange, in text: (Range<Int>) -> [Unicode.Scalar]
  ) -> Meetings {
    if hunks.count == 1, other.hunks.count == 1 { return single(other, in: text) }
    let nearby = nearby(other)
    guard !nearby.isEmpty else { return Meetings() }
    let overlapping = nearby.filter { overlaps($0, $1, of: other, in: text) }
    var meetings = Meetings()
    meetings.twins = nearby.filter { isTwin($0, $1, of: other) }
    guard !overlapping.isEmpty else { return meetings }
    let agreeing = meetings.twins + nearby.filter { takesOutTheSame($0, $1, of: other) }
    guard !agreeing.isEmpty else {
      meetings.conflicts = overlapping
      return meetings
    }
    let (own, theirs) = (Set(agreeing.map(\.0)), Set(agreeing.map(\.1)))
    meetings.conflicts = overlapping.filter { !own.contains($0.0) && !theirs.contains($0.1) }
    return meetings
  }

  /// The same of two changes of one hunk each, as most are: a thousand saves of one sentence meet a
  /// thousand others.
  private func single(
    _ other: PlacedChange, in text: (Range<Int>) -> [Unicode.Scalar]
  ) -> Meetings {
    var meetings = Meetings()
    guard hunks[0].surroundings.overlaps(other.hunks[0].surroundings) else { return meetings }
    if isTwin(0, 0, of: other) {
      meetings.twins.append((0, 0))
    } else if !takesOutTheSame(0, 0, of: other), overlaps(0, 0, of: other, in: text) {
      meetings.conflicts.append((0, 0))
    }
    return meetings
  }

  /// Whether two hunks are about one thing.
  private func overlaps(
    _ own: Int, _ theirs: Int, of other: PlacedChange, in text: (Range<Int>) -> [Unicode.Scalar]
  ) -> Bool {
    if isNested(own, theirs, of: other) { return false }
    let (left, right) = (hunks[own], other.hunks[theirs])
    if left.place.sharesList(with: right.place) { return true }
    if left.hunk.isParagraph, right.hunk.isParagraph {
      return left.place.gapsOfLines == right.place.gapsOfLines
        && left.hunk.sharesBlock(with: right.hunk)
    }
    if left.hunk.isParagraph != right.hunk.isParagraph, left.place.endsAt(right.place),
      left.hunk.sharesBlock(with: right.hunk)
    {
      return true
    }
    return left.hunk.sharesItem(with: right.hunk) || left.hunk.joinsLine(of: right.hunk)
      || left.place.sharesGap(with: right.place) || left.place.overlaps(right.place, in: text)
  }

  /// The pairs of hunks whose surroundings have something in common; no others meet or agree.
  ///
  /// - Complexity: O(*hunks* · log *hunks* + *pairs*) where few hunks lie in others' surroundings.
  private func nearby(_ other: PlacedChange) -> [(Int, Int)] {
    var found: [(Int, Int)] = []
    for own in hunks.indices {
      let surroundings = hunks[own].surroundings
      let end = other.order.partitioningIndex {
        other.hunks[$0].surroundings.lowerBound > surroundings.upperBound
      }
      let first = found.count
      for place in (0..<end).reversed() {
        if other.reached[place] < surroundings.lowerBound { break }
        let theirs = other.order[place]
        if other.hunks[theirs].surroundings.upperBound >= surroundings.lowerBound {
          found.append((own, theirs))
        }
      }
      if found.count > first + 1 { found[first...].sort { $0.1 < $1.1 } }
    }
    return found
  }

  /// Whether both insert the same at the same place.
  private func isTwin(_ own: Int, _ theirs: Int, of other: PlacedChange) -> Bool {
    let (left, right) = (hunks[own], other.hunks[theirs])
    return !left.hunk.isDeletion
      && (!left.hunk.deleted.isEmpty || left.place.gapsOfLines == right.place.gapsOfLines)
      && left.hunk.isAlike(right.hunk)
  }

  /// Whether both only take out, and the same.
  private func takesOutTheSame(_ own: Int, _ theirs: Int, of other: PlacedChange) -> Bool {
    guard hunks[own].hunk.isDeletion, other.hunks[theirs].hunk.isDeletion else { return false }
    let (left, right) = (hunks[own].hunk, other.hunks[theirs].hunk)
    return left.deleted == right.deleted
      && (!left.deleted.isEmpty || left.sharesItem(with: right))
  }

  /// Whether one of two deletions takes out nothing that the other one leaves; where the other one
  /// carries the words elsewhere, it leaves them all.
  private func isNested(_ own: Int, _ theirs: Int, of other: PlacedChange) -> Bool {
    guard hunks[own].hunk.isDeletion, other.hunks[theirs].hunk.isDeletion else { return false }
    let (hunk, otherHunk) = (hunks[own].hunk, other.hunks[theirs].hunk)
    return !hunk.isAnswer && !otherHunk.isAnswer
      && (!other.moved.contains(theirs) && hunk.deletesOnlyWhat(otherHunk)
        || !moved.contains(own) && otherHunk.deletesOnlyWhat(hunk))
  }
}

/// A hunk, and where it lies in one version.
///
/// A reference, for it is compared with many others, and its parts are a dozen arrays.
final class PlacedHunk: Sendable {
  let hunk: ZoneHunk
  let place: PlacedEdit
  /// Everything in which another hunk may be about the same thing.
  let surroundings: ClosedRange<Int>

  init(_ hunk: ZoneHunk, at place: PlacedEdit) {
    self.hunk = hunk
    self.place = place
    surroundings = place.surroundings
  }
}
