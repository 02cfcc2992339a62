internal import AfterwitEncoding

// Where an inserted scalar goes. Several devices may insert between the same two neighbours without
// knowing of each other, and every device must arrive at one order that interleaves nobody's words.
// The order is FugueMax (Weidner and Kleppmann, "The Art of the Fugue: Minimizing Interleaving in
// Collaborative Text Editing", 2023).
//
// Definition. A scalar has two origins, fixed when it was inserted and counted in its author's
// sequence, which is everything its author knew, tombstones included:
//   * its left origin is the scalar to its left that the author's text showed, or the start; within
//     one insertion, the scalar inserted just before;
//   * its right origin is the scalar, shown or not, that followed the left origin there, or the
//     end; all scalars of one insertion have the same.
//
// The scalars form a tree. A scalar whose right origin has the same left origin as itself is a
// left child of its right origin; otherwise it is a right child of its left origin. (The right
// origin has the same left origin exactly when it descends from it.) The sequence is the tree in
// order: a scalar's left children, the scalar, its right children. Left children of one scalar
// are ordered by identity, ascending. Right children of one scalar are ordered by their right
// origins, the one whose right origin is last in sequence coming first; those with the same
// right origin by identity, ascending. Identity is the event's order, then the place of the
// scalar in its event; siblings are always of different events, so the event's order decides.
//
// In list form. Let L and R be the origins of the new scalar x. What lies between them was unknown
// to x's author. We walk from L towards R past each unknown scalar y with left origin M:
//   * M before L: y and all that follows belong to somebody left of L; stop.
//   * M behind L: y descends from a scalar already judged; go on, it shares its ancestor's fate.
//   * M is L: compare right origins. Where y's is further right than R, x comes behind y: y is an
//     earlier right sibling of x, or belongs to the left of R's other kin. Where it is R too,
//     identity decides: x comes behind a lesser y, and before a greater y, where the walk ends.
//     Where it is left of R, y may be a left child of a sibling that comes later in the walk, and
//     the sibling's fate is not known yet; remember the place before y, and go on: if a later
//     scalar turns out to stay before x, so does all that was passed on the way, and if none does,
//     x goes to that place.
//
// So `place` follows the walk except behind a scalar of the last sort. All scalars of a span are
// judged at once: each but the first has its left origin inside the span.
//
// Which of two scalars comes first the walk mostly knows: M is behind L exactly if it is among the
// spans passed, and y's right origin, which is behind y, is left of R exactly if it is among those
// still ahead. Only where these are many the tree is asked.
//
// Cost: O(unknown spans at the place) comparisons of scalars.

extension SpanTracker {
  /// How many spans are gone through before the tree is asked.
  ///
  /// For its answer the tree needs the homes, and to keep them costs more, with each insertion, than
  /// many such searches.
  private var searchedSpans: Int { spans.homes == nil ? 128 : 8 }

  /// Where what the next event inserts at a position of a lane's version goes, and its origins.
  mutating func destination(
    of position: Int, in lane: Int
  ) -> (place: SpanTree.Place, left: ScalarNumber, right: ScalarNumber) {
    guard position > 0 else {
      return destination(from: spans.start, left: .beforeAll, in: lane)
    }
    var place = find(position - 1, in: lane)
    let span = spans[place]
    let left = span.first + place.offset
    place.offset += 1
    // Nobody's scalar stands within a span.
    if place.offset < span.count { return (place, left, left + 1) }
    return destination(from: spans.behind(place), left: left, in: lane)
  }

  private mutating func destination(
    from start: SpanTree.Place, left: ScalarNumber, in lane: Int
  ) -> (place: SpanTree.Place, left: ScalarNumber, right: ScalarNumber) {
    let (end, right) = firstPrepared(from: start, in: lane)
    var place = start
    var walk = start
    var isBehindLater = false
    while let current = next(walk) {
      let other = spans[current]
      guard other.prepared[lane] == 0 else { break }
      if other.leftOrigin != left {
        let isPassed = isAmong(other.leftOrigin, from: start, to: current)
        guard isPassed ?? isBefore(left, other.leftOrigin) else { break }
      } else if other.rightOrigin == right {
        if orders.order(of: nextEvent) < order(of: other.first) { break }
        isBehindLater = false
      } else {
        let isAhead = isAmong(other.rightOrigin, from: current, to: end)
        isBehindLater = isAhead ?? isBefore(other.rightOrigin, right)
      }
      walk = spans.behind(current)
      if !isBehindLater { place = walk }
    }
    return (place, left, right)
  }

  /// The start of the first span at or after a place; `nil` at the end of everything.
  private mutating func next(_ place: SpanTree.Place) -> SpanTree.Place? {
    let found = spans.settled(place)
    if let found, found.leaf != place.leaf { spans.touched += 1 }
    return found
  }

  /// Whether a scalar is in one of the spans from a place up to another; `nil` where these are many.
  private mutating func isAmong(
    _ number: ScalarNumber, from start: SpanTree.Place, to end: SpanTree.Place
  ) -> Bool? {
    var walk = start
    for _ in 0..<searchedSpans {
      guard let place = next(walk), place != end else { return false }
      if spans[place].numbers.contains(number) { return true }
      walk = spans.behind(place)
    }
    return nil
  }

  private mutating func isBefore(_ left: ScalarNumber, _ right: ScalarNumber) -> Bool {
    for number in [left, right] {
      if number.region > 0 { spans.keepHomes() }
      spans.touched += spans.homeLevels(of: number) + 1 + spans.height
    }
    return spans.isBefore(left, right)
  }

  /// The first span from a place on that the author of a lane's version knew, and its first scalar.
  private mutating func firstPrepared(
    from start: SpanTree.Place, in lane: Int
  ) -> (place: SpanTree.Place, number: ScalarNumber) {
    var walk = start
    while let current = next(walk) {
      let span = spans[current]
      if span.prepared[lane] > 0 { return (current, span.first) }
      walk = spans.behind(current)
    }
    preconditionFailure("the text at the base has no end")
  }

  /// The order of the event that inserted a scalar.
  private func order(of number: ScalarNumber) -> TextOrder { orders.order(of: event(of: number)) }

  /// The event that inserted a scalar.
  /// - Complexity: O(log *runs*).
  func event(of number: ScalarNumber) -> Int {
    let insertions = lanes[number.region - 1].insertions
    let place = insertions.lastIndex(notBeyond: number) { footprints.runs[Int($0)].first }
    let run = footprints.runs[Int(insertions[place])]
    return run.event + (number - run.first) / run.length
  }
}
