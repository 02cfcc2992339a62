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
      if !earlierHeads.isEmpty { earlierHeads.removeAll(where: stretch.parents.contains) }
      count = stretch.events.upperBound
    }
  }

  private var tracker: SpanTracker?

  /// Brings a tracker to what a stretch was made on, and says how long the text is there.
  mutating func length(
    before stretch: EventLog.Stretch, in log: EventLog, after progress: Progress
  ) -> Int {
    guard !progress.isWhole(stretch.parents) else { return progress.length }
    var tracker = trackerReady(for: Array(stretch.parents), in: log, after: progress)
    let length = tracker.approach(stretch, in: log.graph, length: progress.length).length
    self.tracker = tracker
    return length
  }

  /// Takes in the events of a log that come next; every run of a stretch adds what it does to the
  /// text that all before it give.
  ///
  /// - Throws: ``TextMisfit`` where a position does not fit, at the place of the run in its stretch.
  mutating func take(
    _ log: EventLog, after start: Progress, into patches: inout [TextPatch]
  ) throws(TextMisfit) {
    var progress = start
    var critical: Int?
    try log.forEachStretch(of: start.count..<log.count) {
      stretch, floor throws(TextMisfit) in
      let done = patches.count
      let isWhole = progress.isWhole(stretch.parents)
      if isWhole, floor >= stretch.events.lowerBound {
        try stretch.check(in: log, length: progress.length)
        Self.append(stretch, of: log, to: &patches)
        critical = min(floor, stretch.events.upperBound - 1)
        startZone(behind: floor, in: stretch, of: log)
      } else {
        if let critical, tracker?.base.last != critical {
          tracker = SpanTracker(base: [critical])
        } else if critical == nil, progress.count == start.count {
          tracker = trackerReady(
            for: log.graph.olderParents(of: start.count..<log.count), in: log, after: progress)
        }
        assert(tracker?.nextEvent == progress.count, "a conflict begins at a critical version")
        try tracker?.take(
          stretch, of: log, length: progress.length, isWhole: isWhole, into: &patches)
        if isWhole { Self.append(stretch, of: log, to: &patches) }
      }
      for patch in patches[done...] { progress.length += patch.growth }
      progress.advance(to: stretch)
    }
  }

  /// Begins a conflict at a critical version inside a stretch, where events rest on it and not on
  /// the stretch's last.
  private mutating func startZone(
    behind base: Int, in stretch: EventLog.Stretch, of log: EventLog
  ) {
    guard base < stretch.events.upperBound - 1 else { return }
    var tracker = SpanTracker(base: [base])
    tracker.catchUp(on: stretch.dropping(upTo: base + 1), of: log)
    self.tracker = tracker
  }

  /// Adds what a stretch does that was made on all before it.
  private static func append(
    _ stretch: EventLog.Stretch, of log: EventLog, to patches: inout [TextPatch]
  ) {
    log.runs.forEach(in: stretch.units, from: stretch.firstRun) { patches.append(TextPatch($0)) }
  }

  /// The tracker at hand or a new one, which has taken in all events so far.
  private mutating func trackerReady(
    for parents: [Int], in log: EventLog, after progress: Progress
  ) -> SpanTracker {
    let base = Self.base(for: parents, in: log.graph, after: progress, with: tracker)
    var tracker = base.map { SpanTracker(base: $0) } ?? tracker ?? SpanTracker(base: [])
    self.tracker = nil
    tracker.reserve(runs: log.runCount(after: tracker.nextEvent))
    log.forEachStretch(of: tracker.nextEvent..<progress.count) { stretch, _ in
      tracker.catchUp(on: stretch, of: log)
    }
    return tracker
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

extension EventLog {
  /// What each run of each stretch of events did to the text of those before it, in order.
  ///
  /// - Throws: ``TextMisfit`` where a position does not fit.
  func patches() throws(TextMisfit) -> [TextPatch] {
    var patches: [TextPatch] = []
    patches.reserveCapacity(runs.runCount)
    var replay = TextReplay()
    try replay.take(
      self, after: TextReplay.Progress(count: 0, earlierHeads: [], length: 0), into: &patches)
    return patches
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
