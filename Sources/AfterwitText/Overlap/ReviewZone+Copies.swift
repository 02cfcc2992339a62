internal import AfterwitCausality
internal import AfterwitEncoding

// Of words that two wrote alike one copy is taken out. Once something is taken back, that counts only
// while what the other copies were written by stands (AW-DOC-51); so it has to be known then which
// those are. Nobody asks before.

extension ReviewZone {
  /// Finds what was kept of all that was taken out because it stood twice.
  mutating func findCopies(in graph: CausalGraph) {
    for event in takenOutBy.keys.sorted() {
      let copies = copies(takenOutBy: event, madeOn: graph.parents(of: event), in: graph)
      let lanes = tracker.lanes.indices.filter {
        graph.isAncestor(event, orEqualToAnyOf: tracker.lanes[$0].version)
      }
      tracker.keep(copies, takenOutBy: event, in: lanes)
    }
  }

  /// The same of what was taken out by the event that was taken in last, through a lane.
  mutating func findCopies(
    takenOutBy event: Int, madeOn parents: [Int], in lane: Int, _ graph: CausalGraph
  ) {
    let copies = copies(takenOutBy: event, madeOn: parents, in: graph)
    tracker.keep(copies, takenOutBy: event, in: [lane])
  }

  private mutating func copies(
    takenOutBy event: Int, madeOn parents: [Int], in graph: CausalGraph
  ) -> [TakenCopy] {
    let deleted = takenOutBy[event] ?? []
    let known = (tracker.firstEvent..<event).filter {
      !hunks(of: $0).isEmpty && graph.isAncestor($0, orEqualToAnyOf: parents)
    }
    var copies: [TakenCopy] = []
    for writer in known {
      for (number, hunk) in hunks(of: writer).enumerated() {
        let numbers = hunk.inserted.flatMap { run in
          deleted.map { run.clamped(to: $0) }.filter { !$0.isEmpty }
        }
        guard !numbers.isEmpty else { continue }
        let kept = known.flatMap {
          twins(in: $0, before: HunkPlace(event: writer, number: number), graph)
        }
        look(at: parents, in: graph)
        copies.append(
          TakenCopy(
            numbers: numbers, kept: kept.filter { !tracker.isVoid($0, in: Self.lookingLane) }))
      }
    }
    return copies.filter { !$0.kept.isEmpty }
  }

  /// The hunks of an event that inserted the same as another one, before it in the sequence.
  private mutating func twins(
    in event: Int, before end: HunkPlace, _ graph: CausalGraph
  ) -> [HunkPlace] {
    guard event != end.event,
      !graph.isAncestor(event, orEqualToAnyOf: [end.event]),
      !graph.isAncestor(end.event, orEqualToAnyOf: [event]),
      let first = hunks(of: end.event)[end.number].inserted.first?.lowerBound
    else { return [] }
    look(at: graph.commonAncestors([event], [end.event]), in: graph)
    let twins = placedChange(event).meetings(with: placedChange(end.event)) { scalars(at: $0) }
      .twins
    return twins.compactMap { own, theirs in
      guard theirs == end.number, let other = hunks(of: event)[own].inserted.first,
        tracker.spans.isBefore(other.lowerBound, first)
      else { return nil }
      return HunkPlace(event: event, number: own)
    }
  }
}
