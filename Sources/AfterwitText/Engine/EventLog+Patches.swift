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

  /// Appends the UTF-8 of what the events deleted, the last run first, and in a run as the text has it.
  ///
  /// - Throws: ``TextMisfit`` where a position does not fit.
  package func appendDeleted(to bytes: inout [UInt8]) throws(TextMisfit) {
    let patches = try patches(.byRun)
    var reader = TypedReader(typed, count: runs.typedCount)
    var replayed = ScalarBuffer()
    var deleted: [UInt8] = []
    var runs: [Int] = []
    for patch in patches {
      if patch.typed != nil {
        reader.put(patch.count, into: &replayed, at: patch.position)
        continue
      }
      if patch.startsRun || runs.isEmpty { runs.append(deleted.count) }
      replayed.cut(patch.count, at: patch.position, into: &deleted)
    }
    bytes.append(deleted, backwardsFrom: runs)
  }
}
