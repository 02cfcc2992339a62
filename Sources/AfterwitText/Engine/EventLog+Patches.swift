extension EventLog {
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
}
