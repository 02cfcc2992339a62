// Who alters what another one wrote, or puts something into the midst of it, writes for the words that
// stand there: without these, theirs would say what nobody wrote (Protocol/4-documents, AW-DOC-52).

/// Where an event inserted between what survived.
struct WrittenWords {
  /// By the number of surviving scalars before it, each stretch that the event inserted between two of
  /// them, in the text that it left.
  private var stretches: [Int: Range<Int>] = [:]

  /// - Parameter runs: the event's own items, in the order of the sequence.
  init(_ runs: [HunkFinder.Run]) {
    var inserted = 0
    for run in runs where run.isInserted {
      let start = run.survivors + inserted
      inserted += run.numbers.count
      let known = stretches[run.survivors]
      stretches[run.survivors] = (known?.lowerBound ?? start)..<start + run.numbers.count
    }
  }

  /// The hunks of earlier events that a hunk writes into.
  ///
  /// - Parameter runs: the hunk's own items.
  func hunks(
    writtenIntoBy hunk: ZoneHunk, of runs: [HunkFinder.Run], _ finder: HunkFinder
  ) -> Set<HunkPlace> {
    guard !hunk.inserted.isEmpty else { return [] }
    var found: Set<HunkPlace> = []
    for run in runs {
      if !run.isInserted {
        found.formUnion(finder.zone.hunks(inserting: run.numbers))
      } else if !hunk.isParagraph, let stretch = stretches[run.survivors],
        let before = finder.item(at: stretch.lowerBound - 1),
        let behind = finder.item(at: stretch.upperBound)
      {
        found.formUnion(
          finder.zone.hunks(inserting: before..<before + 1)
            .intersection(finder.zone.hunks(inserting: behind..<behind + 1)))
      }
    }
    return found
  }
}

extension ReviewZone {
  /// The hunks that inserted some of a range of items.
  /// - Complexity: O(*events* · log *runs*), and the hunks of these events.
  fileprivate func hunks(inserting numbers: Range<ScalarNumber>) -> Set<HunkPlace> {
    var found: Set<HunkPlace> = []
    var first = numbers.lowerBound
    while first < numbers.upperBound, first.region > 0 {
      let event = tracker.event(of: first)
      let end = min(numbers.upperBound, tracker.footprint(of: event).inserted.upperBound)
      for (number, hunk) in hunks(of: event).enumerated()
      where hunk.inserted.contains(where: { $0.overlaps(first..<end) }) {
        found.insert(HunkPlace(event: event, number: number))
      }
      first = end
    }
    return found
  }
}
