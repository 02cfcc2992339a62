internal import AfterwitCausality

// An event that takes others back does nothing at a place of the text: what they inserted is gone
// while it stands, and what they deleted is there again, wherever that lies now. In a lane's version
// it counts as one deletion more of each scalar that they inserted, and one less of each that they
// deleted. Two events that take back the same count once, and one that is taken back itself does not
// count.
//
// What leaves a version takes with it all that was made on it. So events that take others back leave
// before all others, the last one first, and enter behind them.

extension SpanTracker {
  /// What was taken back in a lane's version.
  struct LaneUndos: Sendable {
    /// By event, how many events of the version take it back and are not taken back there.
    var counts: [Int: Int] = [:]
    /// The events that are told to be void, or not to be, otherwise than the version has it.
    var overruled: [Int] = []
    /// The hunks of void events that stand nevertheless.
    var kept: Set<HunkPlace> = []
    /// The events of the version that took out what stood twice.
    var takers: Set<Int> = []
    /// What of that is there again.
    var back: [TakenCopy] = []
  }

  /// Takes in an event that takes others back, through a lane that stands at its parents; what stands
  /// nevertheless, and which copies are there again, is found by ``settleUndo(in:at:_:)``.
  mutating func undo(_ events: [Int], in lane: Int) {
    isPair = false
    hideCopies(in: lane)
    dropKept(in: lane)
    undos.append(nextEvent, of: events)
    count(nextEvent, by: 1, in: lane)
  }

  /// Finds what an event that takes others back, just taken in through a lane, leaves standing.
  mutating func settleUndo(in lane: Int, at parents: [Int], _ graph: CausalGraph) {
    findKept()
    keepWritten(in: lane, at: parents, in: graph)
    bringCopiesBack(in: lane)
  }

  /// Makes a lane show a version where something was taken back.
  mutating func moveAmongUndos(
    _ lane: Int, to version: ArraySlice<Int>, in graph: CausalGraph
  ) {
    isPair = false
    hideCopies(in: lane)
    dropKept(in: lane)
    restoreOverruled(in: lane)
    var (left, entered): ([Range<Int>], [Range<Int>]) = ([], [])
    graph.forEachDifference(lanes[lane].version[...], version) { events, isLeft in
      if isLeft { left.append(events) } else { entered.append(events) }
    }
    for event in undos.among(left).reversed() { count(event, by: -1, in: lane) }
    shift(left, by: -1, in: lane)
    shift(entered, by: 1, in: lane)
    for event in undos.among(entered) { count(event, by: 1, in: lane) }
    lanes[lane].stand(at: version)
    keepWritten(in: lane, at: lanes[lane].version, in: graph)
    guard !copies.isEmpty else { return }
    laneUndos[lane].takers = Set(
      copies.keys.filter { graph.isAncestor($0, orEqualToAnyOf: lanes[lane].version) })
    bringCopiesBack(in: lane)
  }

  /// Makes of a lane's version what it would be if nothing that is void by all events taken in had
  /// ever been done, until the lane is moved.
  mutating func overruleVoid(in lane: Int, in graph: CausalGraph) {
    let version = lanes[lane].version
    hideCopies(in: lane)
    dropKept(in: lane)
    for event in undos.known where graph.isAncestor(event, orEqualToAnyOf: version) {
      guard undos.isVoid(event) != isVoid(event, in: lane) else { continue }
      setVoid(event, undos.isVoid(event), in: lane)
      laneUndos[lane].overruled.append(event)
    }
    keepWritten(in: lane, at: version, overruling: true, in: graph)
    bringCopiesBack(in: lane, overruling: true)
  }

  private mutating func restoreOverruled(in lane: Int) {
    for event in laneUndos[lane].overruled {
      setVoid(event, isVoid(event, in: lane), in: lane)
    }
    laneUndos[lane].overruled.removeAll()
  }

  /// Whether an event is taken back in a lane's version.
  func isVoid(_ event: Int, in lane: Int) -> Bool { laneUndos[lane].counts[event] != nil }

  /// Counts what an event takes back, or no longer does.
  private mutating func count(_ undo: Int, by step: Int, in lane: Int) {
    for event in undos[undo] {
      let before = laneUndos[lane].counts[event] ?? 0
      let now = before + step
      laneUndos[lane].counts[event] = now == 0 ? nil : now
      guard (before == 0) != (now == 0) else { continue }
      if undos.isUndo(event) {
        count(event, by: -step, in: lane)
      } else {
        setVoid(event, step > 0, in: lane)
      }
    }
  }

  private mutating func setVoid(_ event: Int, _ isVoid: Bool, in lane: Int) {
    let footprint = footprint(of: event)
    if !footprint.inserted.isEmpty {
      shift(numbers: footprint.inserted, by: isVoid ? 1 : -1, in: lane)
    }
    for numbers in footprint.deleted {
      shift(numbers: numbers, by: isVoid ? -1 : 1, in: lane)
    }
  }
}
