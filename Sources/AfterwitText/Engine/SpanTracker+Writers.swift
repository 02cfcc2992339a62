internal import AfterwitCausality

// What is taken back stands nevertheless where somebody wrote into it: their words would be left
// without the sentence that they were written for (AW-DOC-52). That is told hunk by hunk. A lane puts
// such a hunk back: it counts one deletion less of what the hunk inserted, and one more of what it
// deleted.
//
// Cost: O(hunks of void events that others wrote into) for each version that a lane comes to.

/// A hunk that later ones wrote into.
struct WrittenHunk: Sendable {
  /// What it inserted.
  let inserted: [Range<ScalarNumber>]
  /// What it deleted.
  let deleted: [Range<ScalarNumber>]
  /// The hunks that write into it, ascending.
  var writers: [HunkPlace] = []
}

extension SpanTracker {
  /// Says that a hunk of the event taken in last writes into another one.
  mutating func note(_ writer: HunkPlace, into hunk: HunkPlace, _ written: WrittenHunk) {
    self.written[hunk.event, default: [:]][hunk.number, default: written].writers.append(writer)
  }

  /// Whether a hunk's event is taken back, by all events taken in, and nobody who wrote into the
  /// hunk keeps it.
  func isVoid(_ hunk: HunkPlace) -> Bool { undos.isVoid(hunk.event) && !kept.contains(hunk) }

  /// The same in a lane's version.
  func isVoid(_ hunk: HunkPlace, in lane: Int) -> Bool {
    isVoid(hunk.event, in: lane) && !laneUndos[lane].kept.contains(hunk)
  }

  /// Finds anew which void hunks stand nevertheless, by all events taken in.
  mutating func findKept() {
    kept = kept(of: undos.known.filter { undos.isVoid($0) }) { _ in true }
  }

  /// The hunks of void events that stand nevertheless.
  ///
  /// - Parameters:
  ///   - void: all void events, ascending.
  ///   - isKnown: whether an event is in the version that this is told of.
  private func kept(of void: [Int], where isKnown: (Int) -> Bool) -> Set<HunkPlace> {
    guard !written.isEmpty else { return [] }
    let isVoid = Set(void)
    var kept: Set<HunkPlace> = []
    // Who writes into an event comes behind it, and so is judged before it.
    for event in void.reversed() {
      for (number, hunk) in written[event] ?? [:] {
        let isWrittenInto = hunk.writers.contains {
          isKnown($0.event) && (!isVoid.contains($0.event) || kept.contains($0))
        }
        if isWrittenInto { kept.insert(HunkPlace(event: event, number: number)) }
      }
    }
    return kept
  }

  /// Puts back in a lane the void hunks that others wrote into.
  ///
  /// - Parameters:
  ///   - version: the lane's.
  ///   - overruling: whether that is told by all events taken in, or by those of the version.
  mutating func keepWritten(
    in lane: Int, at version: [Int], overruling: Bool = false, in graph: CausalGraph
  ) {
    guard !written.isEmpty else { return }
    let isIn = { graph.isAncestor($0, orEqualToAnyOf: version) }
    let kept =
      overruling
      ? self.kept.filter { isIn($0.event) }
      : kept(of: laneUndos[lane].counts.keys.filter { !undos.isUndo($0) }.sorted(), where: isIn)
    for hunk in kept { setKept(hunk, true, in: lane) }
    laneUndos[lane].kept = kept
  }

  /// Takes out again in a lane what was put back.
  mutating func dropKept(in lane: Int) {
    for hunk in laneUndos[lane].kept { setKept(hunk, false, in: lane) }
    laneUndos[lane].kept.removeAll()
  }

  private mutating func setKept(_ hunk: HunkPlace, _ isKept: Bool, in lane: Int) {
    guard let written = written[hunk.event]?[hunk.number] else { return }
    for numbers in written.inserted { shift(numbers: numbers, by: isKept ? -1 : 1, in: lane) }
    for numbers in written.deleted { shift(numbers: numbers, by: isKept ? 1 : -1, in: lane) }
  }
}
