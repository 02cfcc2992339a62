// A run is a stretch of events of one device's log, each made on the one before, that one hand made
// in one place: each types the same number of scalars behind those of the last, or each deletes the
// same number at one position (forwards) or just before the last (backwards). For the tracker that
// is one insertion or one deletion: what is typed in a row is one span, since each scalar's left
// origin is the one before and nobody else's word can come between before it is made. Only the
// footprint, and the order that breaks ties, tell the events apart.

extension SpanTracker {
  /// Takes in the next events, a run that types, through a lane that stands at its first's parents.
  ///
  /// - Parameters:
  ///   - count: how many scalars are typed in all, the same number by each event.
  ///   - position: where the first goes in the lane's version.
  ///   - order: the place of the first event in the order; the others have the next numbers.
  /// - Returns: Where the scalars go in the merged text; 0 where the text is not told by run.
  mutating func insert(
    count: Int, at position: Int, events: Int = 1, order: TextOrder, in lane: Int
  ) -> Int {
    precondition(count > 0 && count.isMultiple(of: events), "each event types as much")
    orders.append(order, of: nextEvent)
    return insertRun(count, at: position, events: events, in: lane)
  }

  /// Takes in the next events, a run that deletes, through a lane that stands at its first's parents.
  ///
  /// - Parameters:
  ///   - count: how many scalars are deleted in all, the same number by each event.
  ///   - position: the least position deleted, in the lane's version before the run.
  ///   - isBackward: whether each event deletes what is before the scalars of the last.
  ///   - order: the place of the first event in the order; the others have the next numbers.
  ///   - patch: gets what to take out of the merged text, one after another, where the text is told
  ///     by run.
  mutating func delete(
    count: Int, at position: Int, events: Int = 1, isBackward: Bool = false, order: TextOrder,
    in lane: Int, into patch: inout [TextPatch]
  ) {
    precondition(count > 0 && count.isMultiple(of: events), "each event deletes as much")
    orders.append(order, of: nextEvent)
    deleteRun(count, at: position, events: events, isBackward: isBackward, in: lane, into: &patch)
  }

  /// Inserts what the next events type, the order of which is recorded, and takes the events in.
  mutating func insertRun(
    _ count: Int, at position: Int, events: Int, in lane: Int
  ) -> Int {
    let shown = insertNext(count, at: position, events: events, in: lane)
    advance(by: events, in: lane)
    return shown
  }

  /// Deletes what the next events delete, the order of which is recorded, and takes the events in.
  mutating func deleteRun(
    _ count: Int, at position: Int, events: Int, isBackward: Bool, in lane: Int,
    into patch: inout [TextPatch]
  ) {
    guard events > 1, count > events else {
      deleteNext(
        count, at: position, each: events > 1, isBackward: isBackward, in: lane, into: &patch)
      return advance(by: events, in: lane)
    }
    let length = count / events
    for event in 0..<events {
      let start = isBackward ? position + count - (event + 1) * length : position
      deleteNext(length, at: start, in: lane, into: &patch)
      advance(by: 1, in: lane)
    }
  }

  /// Inserts what the next events type.
  mutating func insertNext(
    _ count: Int, at position: Int, events: Int, in lane: Int
  ) -> Int {
    let (place, left, right) = destination(of: position, in: lane)
    let shown = telling == .byRun ? shownCount(before: place) : 0
    var prepared = PerLane(repeating: 0)
    prepared[lane] = 1
    let first = lanes[lane].nextNumber
    spans.insert(
      TrackedSpan(
        first: first, count: count, leftOrigin: left, rightOrigin: right, prepared: prepared,
        wasShown: telling != .atEnd),
      by: lane, at: place)
    lanes[lane].nextNumber += count
    let length = count / events
    let isNew = footprints.append(
      FootprintRun(
        event: nextEvent, events: events, lane: lane, kind: .inserted, first: first,
        length: length))
    if isNew { lanes[lane].insertions.append(Int32(footprints.runs.count - 1)) }
    return shown
  }

  /// Deletes what the next event deletes, or what the next ones do with a scalar `each`.
  mutating func deleteNext(
    _ count: Int, at position: Int, each: Bool = false, isBackward: Bool = false, in lane: Int,
    into patch: inout [TextPatch]
  ) {
    var left = count
    var backward: [Range<ScalarNumber>] = []
    var walk: SpanTree.Place?
    var climb = SpanTree.Climb()
    // What is deleted in a row stands at one position of the merged text.
    var isInRow = false
    while left > 0 {
      if left < walk.map({ spans[$0].count }) ?? .max { spans.finish(&climb, in: lane) }
      if walk == nil { isInRow = false }
      let place = isolate(walk ?? find(position, in: lane), count: left)
      let span = spans[place]
      if telling == .byRun, !span.isDeleted {
        if isInRow, let last = patch.indices.last {
          patch[last].lengthen(by: span.count)
        } else {
          patch.append(TextPatch(position: shownCount(before: place), deleting: span.count))
          isInRow = true
        }
      }
      spans.delete(place, in: lane, isTold: telling != .atEnd, before: &climb)
      let next = spans.join(at: place)
      if each && isBackward {
        backward.append(span.numbers)
      } else {
        record(
          span.numbers, each: each, isBackward: false,
          from: nextEvent + (each ? count - left : 0), in: lane)
      }
      left -= span.count
      walk = spans.settled(next).flatMap { spans[$0].prepared[lane] == 1 ? $0 : nil }
    }
    spans.finish(&climb, in: lane)
    var event = nextEvent
    for numbers in backward.reversed() {
      record(numbers, each: true, isBackward: true, from: event, in: lane)
      event += numbers.count
    }
  }

  private mutating func record(
    _ numbers: Range<ScalarNumber>, each: Bool, isBackward: Bool, from event: Int, in lane: Int
  ) {
    footprints.append(
      FootprintRun(
        event: event, events: each ? numbers.count : 1, lane: lane,
        kind: isBackward ? .deletedBackward : .deleted,
        first: isBackward ? numbers.upperBound - 1 : numbers.lowerBound,
        length: each ? 1 : numbers.count))
  }

  private mutating func shownCount(before place: SpanTree.Place) -> Int {
    spans.touched += spans.height
    return spans.shownCount(before: place)
  }

  /// The place of the scalar that a lane's version shows at a position.
  mutating func find(_ position: Int, in lane: Int) -> SpanTree.Place {
    spans.touched += spans.height + 1
    return spans.place(prepared: position, in: lane)
  }

  /// Makes at most so many scalars from a place on, as far as they are in its span, the whole of a
  /// span, and returns its place.
  mutating func isolate(_ place: SpanTree.Place, count: Int) -> SpanTree.Place {
    var place = spans.cut(at: place)
    guard count < spans[place].count else { return place }
    place.offset = count
    let rest = spans.cut(at: place)
    return SpanTree.Place(leaf: rest.leaf, span: rest.span - 1, offset: 0)
  }
}
