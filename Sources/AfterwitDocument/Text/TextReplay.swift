internal import AfterwitCausality

// Events come stretch by stretch. A stretch made on all that came before does to the text what it
// says. A stretch made on less is concurrent with some of it, and a tracker translates: it replays
// what came since the last critical version, the last moment on which all later events agree. It is
// kept for the stretches to come, and serves as long as none was made on something before its base.

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
    func isWhole(_ parents: [Int]) -> Bool {
      earlierHeads.isEmpty
        ? count == 0 ? parents.isEmpty : parents.count == 1 && parents[0] == count - 1
        : parents == frontier
    }

    /// Goes on to the end of the next stretch.
    mutating func advance(to stretch: EventLog.Stretch) {
      if count > 0, !stretch.parents.contains(count - 1) { earlierHeads.append(count - 1) }
      earlierHeads.removeAll(where: stretch.parents.contains)
      count = stretch.events.upperBound
    }
  }

  private var tracker: SpanTracker?

  /// Brings a tracker to what a stretch was made on, and says how long the text is there.
  mutating func length(
    before stretch: EventLog.Stretch, in log: EventLog, after progress: Progress
  ) -> Int {
    guard !progress.isWhole(stretch.parents) else { return progress.length }
    var tracker = trackerReady(for: stretch.parents, in: log, after: progress)
    self.tracker = nil
    let length = tracker.approach(stretch, in: log.graph, length: progress.length).length
    self.tracker = tracker
    return length
  }

  /// Takes in the stretch that comes next; every run of it adds one element.
  ///
  /// - Throws: ``TextMisfit`` where a position does not fit, at the place of the run in its stretch;
  ///   nothing is changed then.
  mutating func take(
    _ stretch: EventLog.Stretch, of log: EventLog, after progress: Progress,
    into patches: inout [TextPatch]
  ) throws(TextMisfit) {
    try Self.check(
      stretch, of: log, length: length(before: stretch, in: log, after: progress))
    guard !progress.isWhole(stretch.parents) else {
      log.runs.forEach(in: log.table.units(of: stretch.events)) { run in
        patches.append(
          TextPatch(
            position: run.start, count: run.count,
            typed: run.kind == .insertion ? run.typed : nil))
      }
      return
    }
    guard var tracker else { return }
    self.tracker = nil
    let lane = tracker.approach(stretch, in: log.graph, length: progress.length).lane
    tracker.take(stretch, of: log, in: lane, into: &patches)
    self.tracker = tracker
  }

  /// Checks that a stretch fits a text of some length.
  private static func check(
    _ stretch: EventLog.Stretch, of log: EventLog, length: Int
  ) throws(TextMisfit) {
    var length = length
    var place = 0
    try log.runs.forEach(in: log.table.units(of: stretch.events)) { run throws(TextMisfit) in
      let isInsertion = run.kind == .insertion
      guard run.start >= 0, run.start + (isInsertion ? 0 : run.count) <= length else {
        throw TextMisfit(operation: place)
      }
      length += isInsertion ? run.count : -run.count
      place += 1
    }
  }

  /// The tracker at hand or a new one, which has taken in all events so far.
  private mutating func trackerReady(
    for parents: [Int], in log: EventLog, after progress: Progress
  ) -> SpanTracker {
    let base = Self.base(for: parents, in: log.graph, after: progress, with: tracker)
    var tracker = base.map { SpanTracker(base: $0) } ?? tracker ?? SpanTracker(base: [])
    self.tracker = nil
    var ignored: [TextPatch] = []
    tracker.isTranslating = false
    for stretch in log.stretches(of: tracker.nextEvent..<progress.count) {
      let lane = tracker.travel(to: stretch.parents, by: stretch.order.device, in: log.graph)
      tracker.take(stretch, of: log, in: lane, into: &ignored)
      ignored.removeAll(keepingCapacity: true)
    }
    tracker.isTranslating = true
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
    var progress = TextReplay.Progress(count: 0, earlierHeads: [], length: 0)
    for stretch in stretches(of: 0..<count) {
      let before = patches.count
      try replay.take(stretch, of: self, after: progress, into: &patches)
      for patch in patches[before...] { progress.length += patch.growth }
      progress.advance(to: stretch)
    }
    return patches
  }
}
