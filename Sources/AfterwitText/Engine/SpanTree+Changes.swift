extension SpanTree {
  /// Puts scalars that one lane has just inserted at a place, between two spans or within one; no
  /// place taken earlier is valid afterwards.
  mutating func insert(_ span: TrackedSpan, by lane: Int, at place: Place) {
    var place = place
    touched += 1
    let before = place.leaf * Self.leafCapacity + place.span - 1
    if place.offset == 0, place.span > 0, spans[before].continues(in: span) {
      spans[before].count += span.count
    } else if place.offset == 0 {
      place = withRoom(for: 1, at: place)
      put(span, at: place)
    } else {
      place = withRoom(for: 2, at: place)
      let rest = spans[place.leaf * Self.leafCapacity + place.span].split(at: place.offset)
      put(rest, at: behind(place))
      put(span, at: behind(place))
    }
    assignHome(of: span.numbers, to: place.leaf)
    add(span.count, shown: span.count, in: lane, above: place.leaf)
  }

  /// Makes a span begin at a place, and returns the span's place, which lies in the leaf of what was
  /// cut off before it; no place taken earlier is valid afterwards.
  mutating func cut(at place: Place) -> Place {
    guard place.offset > 0 else { return place }
    let place = withRoom(for: 1, at: place)
    let rest = spans[place.leaf * Self.leafCapacity + place.span].split(at: place.offset)
    put(rest, at: behind(place))
    return behind(place)
  }

  /// Changes what a lane knows of the scalars of a span.
  mutating func shift(_ place: Place, by step: Int, in lane: Int) {
    let index = place.leaf * Self.leafCapacity + place.span
    let before = spans[index].preparedCount(in: lane)
    spans[index].prepared[lane] += step
    let change = spans[index].preparedCount(in: lane) - before
    if change != 0 { add(change, row: lane, above: place.leaf) }
  }

  /// What the spans of a leaf show more than the nodes above it tell: deletions of neighbours climb
  /// together.
  struct Climb {
    fileprivate var leaf = SpanTree.none
    fileprivate var prepared = 0
    fileprivate var shown = 0
  }

  /// Deletes the scalars of a span that a lane's version shows, there and in the merged text.
  ///
  /// - Parameters:
  ///   - isTold: whether the text is told at once.
  ///   - climb: what to tell the nodes above, with ``finish(_:in:)``, before they are asked and
  ///     before the leaf divides.
  mutating func delete(
    _ place: Place, in lane: Int, isTold: Bool, before climb: inout Climb
  ) {
    if climb.leaf != place.leaf { finish(&climb, in: lane) }
    let index = place.leaf * Self.leafCapacity + place.span
    climb.leaf = place.leaf
    climb.prepared -= spans[index].preparedCount(in: lane)
    climb.shown -= spans[index].shownCount
    spans[index].prepared[lane] += 1
    spans[index].isDeleted = true
    if isTold { spans[index].wasShown = false }
  }

  /// Tells the nodes above a leaf what its spans show.
  mutating func finish(_ climb: inout Climb, in lane: Int) {
    if climb.leaf != Self.none {
      add(climb.prepared, shown: climb.shown, in: lane, above: climb.leaf)
    }
    climb = Climb()
  }

  /// Joins the span at a place with the one before it, where both are one in all but form.
  ///
  /// - Returns: The place just behind the scalars that were at the place.
  @discardableResult
  mutating func join(at place: Place) -> Place {
    let index = place.leaf * Self.leafCapacity + place.span
    guard place.span > 0, place.span < leaves[place.leaf].count,
      spans[index - 1].continues(in: spans[index])
    else { return behind(place) }
    spans[index - 1].count += spans[index].count
    take(at: place)
    return Place(leaf: place.leaf, span: place.span, offset: 0)
  }

  private mutating func put(_ span: TrackedSpan, at place: Place) {
    let start = place.leaf * Self.leafCapacity
    let count = leaves[place.leaf].count
    spans.move(start + place.span..<start + count, to: start + place.span + 1)
    spans[start + place.span] = span
    leaves[place.leaf].count = count + 1
  }

  private mutating func take(at place: Place) {
    let start = place.leaf * Self.leafCapacity
    let count = leaves[place.leaf].count
    spans.move(start + place.span + 1..<start + count, to: start + place.span)
    leaves[place.leaf].count = count - 1
  }

  /// Counts what a lane's version and the merged text show more than before.
  private mutating func add(_ prepared: Int, shown: Int, in lane: Int, above leaf: Int) {
    touched += height
    var (node, slot) = (leaves[leaf].parent, leaves[leaf].slot)
    while node != Self.none {
      rows[Self.start(of: lane, in: node) + slot] += Int32(prepared)
      rows[Self.start(of: Self.shownRow, in: node) + slot] += Int32(shown)
      (node, slot) = (inners[node].parent, inners[node].slot)
    }
  }

  private mutating func add(_ change: Int, row: Int, above leaf: Int) {
    touched += height
    var (node, slot) = (leaves[leaf].parent, leaves[leaf].slot)
    while node != Self.none {
      rows[Self.start(of: row, in: node) + slot] += Int32(change)
      (node, slot) = (inners[node].parent, inners[node].slot)
    }
  }
}
