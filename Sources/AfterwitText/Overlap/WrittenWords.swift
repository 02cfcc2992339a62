internal import AfterwitEncoding

// Who alters what another one wrote, or puts something into the midst of it, writes for the words that
// stand there: without these, theirs would say what nobody wrote (Protocol/4-documents, AW-DOC-52).

/// Where an event inserted between what survived.
struct WrittenWords {
  /// Each stretch that the event inserted between two surviving scalars, in the text that it left, by how
  /// many survive before it, ascending.
  ///
  /// Most events have one; a dictionary would cost more than it finds.
  private var stretches: [(survivors: Int, place: Range<Int>)] = []

  /// - Parameter runs: the event's own items, in the order of the sequence.
  init(_ runs: [HunkFinder.Run]) {
    var inserted = 0
    for run in runs where run.isInserted {
      let start = run.survivors + inserted
      inserted += run.numbers.count
      let end = start + run.numbers.count
      if let last = stretches.last, last.survivors == run.survivors {
        stretches[stretches.count - 1].place = last.place.lowerBound..<end
      } else {
        stretches.append((run.survivors, start..<end))
      }
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
      } else if !hunk.isParagraph, let stretch = stretch(behind: run.survivors),
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

  private func stretch(behind survivors: Int) -> Range<Int>? {
    let place = stretches.partitioningIndex { $0.survivors >= survivors }
    guard place < stretches.count, stretches[place].survivors == survivors else { return nil }
    return stretches[place].place
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
