internal import AfterwitCausality

// A tracker takes the events of a log in by runs. A run of units is whole events, each with as many
// units; where events of several units each have their ends inside runs, it goes event by event.

extension SpanTracker {
  /// Takes in the next event, which may not fit; the text is told by run.
  ///
  /// - Returns: What to do to the merged text.
  /// - Throws: ``TextMisfit`` where it does not fit its parents; only a lane has travelled then.
  mutating func merge(
    _ event: TextEvent, in graph: CausalGraph
  ) throws(TextMisfit) -> [TextOperation] {
    let lane = travel(to: event, in: graph)
    try TextMisfit.check(event.operations, length: length(in: lane))
    return apply(event, in: lane)
  }

  /// How long the text is that a lane's version shows.
  private func length(in lane: Int) -> Int { spans.preparedCount(in: lane) - excess }

  /// Takes in a stretch of events, which come next.
  ///
  /// - Parameters:
  ///   - isWhole: whether the stretch was made on all events taken in: by run, it does to the merged
  ///     text what it says.
  ///   - patches: gets what each run does to the merged text, where the text is told by run.
  /// - Throws: ``TextMisfit`` where a position does not fit; only a lane has travelled then.
  mutating func take(
    _ stretch: EventLog.Stretch, of log: EventLog, isWhole: Bool,
    into patches: inout [TextPatch]
  ) throws(TextMisfit) {
    let lane = travel(to: stretch.parents, by: stretch.order.device, in: log.graph)
    try stretch.check(in: log, length: length(in: lane))
    let isGiven = isWhole && telling == .byRun
    if isGiven { telling = .never }
    take(stretch, of: log, in: lane, into: &patches)
    guard isGiven else { return }
    telling = .byRun
    stretch.forEachRun(in: log) { patches.append(TextPatch($0)) }
  }

  /// Takes in a stretch of events, which come next, where the text has what they do.
  mutating func catchUp(on stretch: EventLog.Stretch, of log: EventLog) {
    var ignored: [TextPatch] = []
    telling = .never
    let lane = travel(to: stretch.parents, by: stretch.order.device, in: log.graph)
    take(stretch, of: log, in: lane, into: &ignored)
  }

  /// Takes in a stretch of events, which come next, through a lane that stands at their parents.
  ///
  /// - Parameter patches: gets what each run does to the merged text, in the order of the text,
  ///   where the text is told by run.
  mutating func take(
    _ stretch: EventLog.Stretch, of log: EventLog, in lane: Int, into patches: inout [TextPatch]
  ) {
    let each = stretch.unitsEach
    guard each > 0 else { return advance(by: stretch.events.count, in: lane) }
    orders.append(stretch.order, of: nextEvent)
    log.runs.forEach(in: stretch.units, from: stretch.firstRun) { run in
      let offset = Int(run.first) - stretch.firstUnit
      if each == 1 || offset.isMultiple(of: each) && run.count.isMultiple(of: each) {
        take(run, events: run.count / each, in: lane, into: &patches)
      } else {
        takeParts(of: run, offset: offset, each: each, in: lane, into: &patches)
      }
    }
  }

  /// Takes in a run that is whole events.
  private mutating func take(
    _ run: UnitRun, events: Int, in lane: Int, into patches: inout [TextPatch]
  ) {
    if run.kind == .insertion {
      note(run, in: lane)
      let shown = insertRun(run.count, at: run.start, events: events, in: lane)
      guard telling == .byRun else { return }
      return patches.append(TextPatch(position: shown, typed: run.typed))
    }
    let first = patches.count
    deleteRun(
      run.count, at: run.start, events: events, isBackward: run.kind == .backspace, in: lane,
      into: &patches)
    Self.markRun(from: first, in: &patches)
  }

  /// Says of patches that only the first begins a run.
  private static func markRun(from first: Int, in patches: inout [TextPatch]) {
    for place in patches.indices[first...] { patches[place].startsRun = place == first }
  }

  /// Takes in a run that begins or ends inside an event.
  private mutating func takeParts(
    of run: UnitRun, offset: Int, each: Int, in lane: Int, into patches: inout [TextPatch]
  ) {
    var pieces: [TextPatch] = []
    var start = 0
    while start < run.count {
      let left = each - (offset + start) % each
      let part = run.clamped(
        to: Int(run.first) + start..<Int(run.first) + min(start + left, run.count))
      if part.kind == .insertion {
        note(part, in: lane)
        let shown = insertNext(part.count, at: part.start, events: 1, in: lane)
        if telling == .byRun {
          patches.append(
            TextPatch(position: shown, typed: part.typed, startsRun: start == 0))
        }
      } else {
        deleteNext(part, in: lane, after: &pieces)
      }
      if part.count == left { advance(by: 1, in: lane) }
      start += part.count
    }
    let first = patches.count
    patches += pieces
    if !pieces.isEmpty { Self.markRun(from: first, in: &patches) }
  }

  /// Deletes a part of a run, of which other parts were deleted; all come in the order of the text.
  private mutating func deleteNext(
    _ part: UnitRun, in lane: Int, after pieces: inout [TextPatch]
  ) {
    var found: [TextPatch] = []
    deleteNext(part.count, at: part.start, in: lane, into: &found)
    if let behind = pieces.first, let before = found.first, before.position < behind.position {
      // Backwards: what is deleted now stands before what was.
      let count = found.reduce(0) { $0 + $1.count }
      found += pieces.map { $0.moved(by: -count) }
      pieces = found
    } else {
      pieces += found
    }
  }
}
