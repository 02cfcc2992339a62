internal import AfterwitCausality

// Events come stretch by stretch. A stretch made on all that came before does to the text what it
// says. A stretch made on less is concurrent with some of it, and a tracker translates: it replays
// what came since the last critical version, the last moment on which all later events agree.
//
// Where many events come at once, each critical version among them shows itself without a search:
// all before it is behind one event, and none of the stretches that follow was made on anything
// less, which one pass from the last to the first tells. So the events fall into parts: what lies
// between two critical versions is one row of events, and needs nothing, or a conflict, and has a
// tracker that takes each event in once.
//
// Where they come one by one nobody knows what follows. The tracker is kept, and serves as long as
// no event was made on something before its base; it catches up on what needed no translation.

/// Tells what the events of a log did to the text of all before them.
struct TextReplay: Sendable {
  /// How far a log was taken in.
  struct Progress {
    /// How many events.
    var count: Int
    /// The heads of these but the last event.
    var earlierHeads: [Int]
    /// How long their text is.
    var length: Int

    /// The heads of these.
    var frontier: [Int] { count > 0 ? earlierHeads + [count - 1] : [] }

    /// Whether an event made on these parents was made on all events taken in.
    func isWhole(_ parents: ArraySlice<Int>) -> Bool {
      guard parents.last == (count > 0 ? count - 1 : nil) else { return false }
      return parents.dropLast().elementsEqual(earlierHeads)
    }

    /// Goes on to the end of the next stretch.
    mutating func advance(to stretch: EventLog.Stretch) {
      if count > 0, stretch.parents.last != count - 1 { earlierHeads.append(count - 1) }
      earlierHeads.drop(stretch.parents)
      count = stretch.events.upperBound
    }
  }

  private(set) var tracker: SpanTracker?

  /// Takes in an event that comes behind those of a log, and tells what it does to their text.
  ///
  /// - Throws: ``TextMisfit`` where it does not fit its parents; no event is taken in then.
  mutating func merge(
    _ event: TextEvent, behind log: EventLog, after progress: Progress
  ) throws(TextMisfit) -> [TextOperation] {
    makeReady(for: event.parents, in: log, after: progress)
    tracker?.begin(.byRun, length: progress.length, runs: 1)
    return try tracker?.merge(event, in: log.graph) ?? []
  }

  /// Takes in the events of a log that come next, and tells what they do to the text that all before
  /// them give.
  ///
  /// - Parameters:
  ///   - telling: whether each run is told, or of a conflict only what has become of the text.
  ///   - patches: gets what to do, one after another.
  /// - Throws: ``TextMisfit`` where a position does not fit, at the place of the run in its stretch.
  mutating func take(
    _ log: EventLog, after start: Progress, _ telling: SpanTracker.Telling,
    into patches: inout [TextPatch]
  ) throws(TextMisfit) {
    var progress = start
    var critical: Int?
    var isInConflict = false
    try log.forEachStretch(of: start.count..<log.count) {
      stretch, floor throws(TextMisfit) in
      let isWhole = progress.isWhole(stretch.parents)
      if isWhole, floor >= stretch.events.lowerBound {
        if isInConflict { tracker?.tell(into: &patches) }
        isInConflict = false
        try stretch.check(in: log, length: progress.length)
        progress.length += Self.append(stretch, of: log, to: &patches)
        critical = min(floor, stretch.events.upperBound - 1)
        startZone(behind: floor, in: stretch, of: log)
      } else {
        if !isInConflict { enter(log, behind: critical, after: start, at: progress, telling) }
        isInConflict = true
        try tracker?.take(stretch, of: log, isWhole: isWhole, into: &patches)
        progress.length = tracker?.length ?? 0
      }
      progress.advance(to: stretch)
    }
    if isInConflict { tracker?.tell(into: &patches) }
  }

  /// Makes the tracker ready for a conflict.
  private mutating func enter(
    _ log: EventLog, behind critical: Int?, after start: Progress, at progress: Progress,
    _ telling: SpanTracker.Telling
  ) {
    if critical == nil {
      makeReady(
        for: log.graph.olderParents(of: start.count..<log.count), in: log, after: progress)
    } else if let critical, tracker?.base.last != critical {
      restart(at: critical)
    }
    assert(tracker?.nextEvent == progress.count, "a conflict begins at a critical version")
    tracker?.begin(
      telling, length: progress.length, runs: log.runCount(after: progress.count))
  }

  /// Begins a conflict at a critical version inside a stretch, where events rest on it and not on
  /// the stretch's last.
  private mutating func startZone(
    behind base: Int, in stretch: EventLog.Stretch, of log: EventLog
  ) {
    guard base < stretch.events.upperBound - 1 else { return }
    restart(at: base)
    tracker?.catchUp(on: stretch.dropping(upTo: base + 1), of: log)
  }

  /// Makes the tracker begin at a critical version.
  private mutating func restart(at critical: Int) {
    if tracker == nil { tracker = SpanTracker(base: []) }
    tracker?.restart(at: [critical])
  }

  /// Adds what a stretch does that was made on all before it, and says by how much the text grows.
  private static func append(
    _ stretch: EventLog.Stretch, of log: EventLog, to patches: inout [TextPatch]
  ) -> Int {
    var growth = 0
    stretch.forEachRun(in: log) { run in
      let patch = TextPatch(run)
      growth += patch.growth
      patches.append(patch)
    }
    return growth
  }

  /// Has the tracker take in all events so far, begun anew where that is cheaper.
  private mutating func makeReady(
    for parents: [Int], in log: EventLog, after progress: Progress
  ) {
    let base = Self.base(for: parents, in: log.graph, after: progress, with: tracker)
    if tracker == nil { tracker = SpanTracker(base: []) }
    if let base { tracker?.restart(at: base) }
    guard let next = tracker?.nextEvent, next < progress.count else { return }
    tracker?.reserve(runs: log.runCount(after: next))
    log.forEachStretch(of: next..<progress.count) { stretch, _ in
      tracker?.catchUp(on: stretch, of: log)
    }
  }

  /// The critical version to replay from for an event of these parents; `nil` where the tracker at
  /// hand serves.
  ///
  /// A tracker at hand serves when the parents do not lie before its base, and unless a critical
  /// version has come since, which makes a new start cheaper than catching up.
  static func base(
    for parents: [Int], in graph: CausalGraph, after progress: Progress,
    with tracker: SpanTracker?
  ) -> [Int]? {
    let heads = parents.isEmpty ? [] : progress.frontier + parents
    if let tracker, tracker.base.isEmpty || (parents.first ?? -1) >= tracker.base[0] {
      guard tracker.nextEvent < progress.count, !heads.isEmpty else { return nil }
      return graph.criticalVersion(of: heads, notBefore: tracker.nextEvent)
    }
    return heads.isEmpty ? [] : graph.criticalVersion(of: heads) ?? []
  }
}

extension CausalGraph {
  /// What some changes, which are the last, were made on of those before them; empty where any of
  /// them was made on nothing.
  fileprivate func olderParents(of changes: Range<Int>) -> [Int] {
    var parents: Set<Int> = []
    for stretch in stretches(of: changes) {
      if stretch.parents.isEmpty { return [] }
      parents.formUnion(stretch.parents.filter { $0 < changes.lowerBound })
    }
    return parents.sorted()
  }
}
