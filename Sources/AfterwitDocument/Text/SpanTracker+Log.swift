internal import AfterwitCausality

// A tracker takes the events of a log in by runs. A run of units is whole events, each with as many
// units; where events of several units each have their ends inside runs, it goes event by event.

extension SpanTracker {
  /// Brings a lane to what a stretch of events was made on, and says how long the text is there.
  ///
  /// - Parameter length: how long the merged text of all events taken in is.
  mutating func approach(
    _ stretch: EventLog.Stretch, in graph: CausalGraph, length: Int
  ) -> (lane: Int, length: Int) {
    let lane = travel(to: stretch.parents, by: stretch.order.device, in: graph)
    let excess = spans.shownCount - length
    return (lane, spans.preparedCount(in: lane) - excess)
  }

  /// Takes in a stretch of events, which come next, through a lane that stands at their parents.
  ///
  /// - Parameter patches: gets what each run does to the merged text, in the order of the text.
  mutating func take(
    _ stretch: EventLog.Stretch, of log: EventLog, in lane: Int, into patches: inout [TextPatch]
  ) {
    let each = stretch.unitsEach
    guard each > 0 else { return advance(by: stretch.events.count, in: lane) }
    let units = log.table.units(of: stretch.events)
    log.runs.forEach(in: units) { run in
      let offset = Int(run.first) - units.lowerBound
      if offset.isMultiple(of: each), run.count.isMultiple(of: each) {
        take(run, events: run.count / each, of: stretch, in: lane, into: &patches)
      } else {
        takeParts(of: run, offset: offset, of: stretch, in: lane, into: &patches)
      }
    }
  }

  /// The order of the event to take in next, which is of a stretch.
  private func nextOrder(in stretch: EventLog.Stretch) -> TextOrder {
    var order = stretch.order
    order.number &+= UInt64(nextEvent - stretch.events.lowerBound)
    return order
  }

  /// Takes in a run that is whole events.
  private mutating func take(
    _ run: UnitRun, events: Int, of stretch: EventLog.Stretch, in lane: Int,
    into patches: inout [TextPatch]
  ) {
    let order = nextOrder(in: stretch)
    if run.kind == .insertion {
      let shown = insert(
        count: run.count, at: run.start, events: events, order: order, in: lane)
      patches.append(TextPatch(position: shown, count: run.count, typed: run.typed))
      return
    }
    var pieces: [ShownDeletion] = []
    delete(
      count: run.count, at: run.start, events: events, isBackward: run.kind == .backspace,
      order: order, in: lane, into: &pieces)
    Self.append(pieces[...], asRun: true, to: &patches)
  }

  private static func append(
    _ pieces: ArraySlice<ShownDeletion>, asRun isRun: Bool, to patches: inout [TextPatch]
  ) {
    for (place, piece) in pieces.enumerated() {
      patches.append(
        TextPatch(
          position: piece.position, count: piece.count, startsRun: isRun && place == 0))
    }
  }

  /// Takes in a run that begins or ends inside an event.
  private mutating func takeParts(
    of run: UnitRun, offset: Int, of stretch: EventLog.Stretch, in lane: Int,
    into patches: inout [TextPatch]
  ) {
    let each = stretch.unitsEach
    var pieces: [ShownDeletion] = []
    var start = 0
    while start < run.count {
      let left = each - (offset + start) % each
      let part = run.clamped(
        to: Int(run.first) + start..<Int(run.first) + min(start + left, run.count))
      let order = nextOrder(in: stretch)
      orders.append(order, of: nextEvent)
      if part.kind == .insertion {
        let shown = insertNext(part.count, at: part.start, events: 1, order: order, in: lane)
        patches.append(
          TextPatch(
            position: shown, count: part.count, typed: part.typed, startsRun: start == 0))
      } else {
        deleteNext(part, in: lane, after: &pieces)
      }
      if part.count == left { advance(by: 1, in: lane) }
      start += part.count
    }
    Self.append(pieces[...], asRun: true, to: &patches)
  }

  /// Deletes a part of a run, of which other parts were deleted; all come in the order of the text.
  private mutating func deleteNext(
    _ part: UnitRun, in lane: Int, after pieces: inout [ShownDeletion]
  ) {
    var found: [ShownDeletion] = []
    deleteNext(part.count, at: part.start, in: lane, into: &found)
    if let behind = pieces.first, let before = found.first, before.position < behind.position {
      // Backwards: what is deleted now stands before what was.
      let count = found.reduce(0) { $0 + $1.count }
      found += pieces.map { ShownDeletion(position: $0.position - count, count: $0.count) }
      pieces = found
    } else {
      pieces += found
    }
  }
}
