internal import AfterwitCausality

extension EventLog {
  /// The text of a version, where each of its events was made on the one before: they are spliced one
  /// after another; `nil` for any other version.
  func text(ofRowUpTo version: [Int]) -> ScalarBuffer? {
    guard undos.isEmpty, version.count == 1, let last = version.first,
      graph.stretches(of: 0..<last + 1).count == 1
    else { return nil }
    var text = ScalarBuffer()
    for event in 0...last { text.apply(self[event].operations) }
    return text
  }

  /// What the events did to the empty text, one after another.
  ///
  /// - Throws: ``TextMisfit`` where a position does not fit.
  package func patches(_ telling: SpanTracker.Telling) throws(TextMisfit) -> [TextPatch] {
    var patches: [TextPatch] = []
    patches.reserveCapacity(runs.runCount)
    var replay = TextReplay()
    try replay.take(
      self, after: TextReplay.Progress(count: 0, earlierHeads: [], length: 0), telling,
      into: &patches)
    return patches
  }

  /// The scalars that the events deleted, and where those of each run are, the first run first.
  ///
  /// - Throws: ``TextMisfit`` where a position does not fit.
  package func deleted() throws(TextMisfit) -> (scalars: ScalarBuffer, runs: [Range<Int>]) {
    var replayed = ScalarBuffer()
    var deleted = ScalarBuffer()
    var runs: [Range<Int>] = []
    for patch in try patches(.byRun) {
      if let new = patch.typed {
        typed.insert(new, into: &replayed, at: patch.position)
        continue
      }
      let start = deleted.count
      deleted.insert(patch.position..<patch.position + patch.count, of: replayed, at: start)
      replayed.delete(patch.count, at: patch.position)
      if patch.startsRun || runs.isEmpty {
        runs.append(start..<deleted.count)
      } else {
        runs[runs.count - 1] = runs[runs.count - 1].lowerBound..<deleted.count
      }
    }
    return (deleted, runs)
  }
}
